/** A picture of colored cells: for each, row by row from the top, the number of its color in a palette. */
export interface ColoredCells {
  readonly width: number;
  readonly height: number;
  readonly cells: readonly number[];
  /** Red, green, blue and alpha, each from 0 to 255. */
  readonly palette: readonly (readonly [number, number, number, number])[];
}

/**
 * The picture as a PNG file in a `data:` address, by palette where 256 colors are enough. Nothing is compressed (its
 * stream has "stored" blocks), so that it needs neither a canvas nor a library; a table of cells is small all the same.
 * After the PNG specification (W3C, third edition) and RFC 1950 and 1951.
 */
export function pngAddress({ width, height, cells, palette }: ColoredCells): string {
  const indexed = palette.length <= 256;
  const bytesOf = (cell: number) => (indexed ? [cell] : (palette[cell] ?? [0, 0, 0, 0]));
  const rows = Array.from({ length: height }, (_, row) => [
    0,
    ...cells.slice(row * width, (row + 1) * width).flatMap(bytesOf),
  ]);
  const header = chunk('IHDR', [...big(width), ...big(height), 8, indexed ? 3 : 6, 0, 0, 0]);
  const colors = indexed
    ? [
        chunk(
          'PLTE',
          palette.flatMap((channels) => channels.slice(0, 3)),
        ),
        chunk(
          'tRNS',
          palette.map(([, , , alpha]) => alpha),
        ),
      ]
    : [];
  const file = [signature, header, ...colors, chunk('IDAT', stored(rows.flat())), chunk('IEND', [])];
  return `data:image/png;base64,${btoa(file.map(letters).join(''))}`;
}

const signature = [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10];

function letters(bytes: readonly number[]): string {
  return bytes.map((byte) => String.fromCharCode(byte)).join('');
}

function big(value: number): number[] {
  return [24, 16, 8, 0].map((shift) => (value >>> shift) & 255);
}

function chunk(name: string, data: readonly number[]): number[] {
  const body = [...name].map((letter) => letter.charCodeAt(0)).concat(data);
  return [...big(data.length), ...body, ...big(crc32(body))];
}

/** A zlib stream of stored blocks, each of at most 65,535 bytes. */
function stored(bytes: readonly number[]): number[] {
  const blocks = Array.from({ length: Math.ceil(bytes.length / 65535) }, (_, i) =>
    bytes.slice(i * 65535, (i + 1) * 65535),
  );
  const framed = blocks.map((block, i) => {
    const last = i === blocks.length - 1 ? 1 : 0;
    return [last, block.length & 255, block.length >> 8, ~block.length & 255, (~block.length >> 8) & 255].concat(block);
  });
  return [0x78, 0x01].concat(framed.flat(), big(adler32(bytes)));
}

function adler32(bytes: readonly number[]): number {
  let [a, b] = [1, 0];
  for (const byte of bytes) {
    a = (a + byte) % 65521;
    b = (b + a) % 65521;
  }
  return ((b << 16) | a) >>> 0;
}

function crc32(bytes: readonly number[]): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
