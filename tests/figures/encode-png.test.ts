import { crc32, inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { at } from '../../src/core/at.ts';
import { pngAddress } from '../../src/figures/recorded/encode-png.ts';

/** The red, green, blue and alpha of each pixel, read from the bytes without the library that wrote them. */
function decodePng(address: string): number[][] {
  const chunks = readChunks(Buffer.from(address.replace('data:image/png;base64,', ''), 'base64'));
  const [header, palette, alphas] = ['IHDR', 'PLTE', 'tRNS'].map((name) => chunks.get(name) ?? Buffer.alloc(0));
  if (!header || !palette || !alphas) throw new Error('unreachable');
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const isIndexed = header[9] === 3;
  expect([header[8], isIndexed || header[9] === 6]).toEqual([8, true]);
  const bytes = [...inflateSync(chunks.get('IDAT') ?? Buffer.alloc(0))];
  const size = isIndexed ? 1 : 4;
  expect(bytes.length).toBe(height * (1 + width * size));
  return Array.from({ length: width * height }, (_, pixel) => {
    const row = Math.floor(pixel / width) * (1 + width * size);
    expect(bytes[row]).toBe(0);
    const start = row + 1 + (pixel % width) * size;
    if (!isIndexed) return bytes.slice(start, start + 4);
    const color = at(bytes, start);
    return [...palette.subarray(3 * color, 3 * color + 3), alphas[color] ?? 255];
  });
}

function readChunks(file: Buffer): Map<string, Buffer> {
  const chunks = new Map<string, Buffer>();
  for (let from = 8; from < file.length; ) {
    const length = file.readUInt32BE(from);
    const body = file.subarray(from + 4, from + 8 + length);
    expect(crc32(body)).toBe(file.readUInt32BE(from + 8 + length));
    chunks.set(body.subarray(0, 4).toString(), body.subarray(4));
    from += 12 + length;
  }
  expect([...chunks.keys()].at(-1)).toBe('IEND');
  return chunks;
}

const channel = fc.integer({ min: 0, max: 255 });
const color = fc.tuple(channel, channel, channel, fc.oneof(fc.constant(255), fc.constant(0), channel));
const picture = fc
  .record({ width: fc.integer({ min: 1, max: 40 }), height: fc.integer({ min: 1, max: 30 }) })
  .chain(({ width, height }) =>
    fc.array(color, { minLength: 1, maxLength: 300, size: 'max' }).chain((palette) =>
      fc.record({
        width: fc.constant(width),
        height: fc.constant(height),
        palette: fc.constant(palette),
        cells: fc.array(fc.nat(palette.length - 1), { minLength: width * height, maxLength: width * height }),
      }),
    ),
  );

it('gives a PNG whose pixels are the colors of the cells, whatever is transparent and however many colors there are', () => {
  fc.assert(
    fc.property(picture, ({ cells, palette, ...size }) => {
      expect(decodePng(pngAddress({ ...size, cells, palette }))).toEqual(cells.map((cell) => palette[cell]));
    }),
    { numRuns: 60 },
  );
});

it.each([
  ['all are opaque', [[255, 0, 0, 255]]],
  [
    'a transparent one comes last',
    [
      [255, 0, 0, 255],
      [0, 0, 255, 255],
      [0, 0, 0, 0],
    ],
  ],
] as const)('keeps each color where %s', (_case, palette) => {
  const cells = palette.map((_, i) => i);
  expect(decodePng(pngAddress({ width: cells.length, height: 1, cells, palette }))).toEqual(palette);
});

it('compresses: a large table of cells is a small file', () => {
  const cells = Array.from({ length: 160_000 }, (_, i) => Math.floor(i / 4000));
  const palette = Array.from({ length: 40 }, (_, i): [number, number, number, number] => [i, 2 * i, 3 * i, 255]);
  expect(pngAddress({ width: 400, height: 400, cells, palette }).length).toBeLessThan(10_000);
});
