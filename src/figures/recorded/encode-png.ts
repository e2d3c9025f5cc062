import { encode } from 'fast-png';
import { at } from '../../core/at.ts';

type Channels = readonly [red: number, green: number, blue: number, alpha: number];

/** A picture of colored cells: for each, row by row from the top, the number of its color in a palette. */
export interface ColoredCells {
  /** At least 1, as is the height. */
  readonly width: number;
  readonly height: number;
  readonly cells: readonly number[];
  /** Red, green, blue and alpha, each from 0 to 255. */
  readonly palette: readonly Channels[];
}

/** The picture as a PNG file in a `data:` address, by palette where 256 colors are enough. It needs no canvas. */
export function pngAddress({ width, height, cells, palette }: ColoredCells): string {
  const file = encode({ width, height, depth: 8, ...(palette.length <= 256 ? indexed : direct)(cells, palette) });
  return `data:image/png;base64,${btoa(Array.from(file, (byte) => String.fromCharCode(byte)).join(''))}`;
}

/** The colors that are not opaque come first: the encoder writes only their alphas, for the beginning of its palette. */
function indexed(cells: readonly number[], palette: readonly Channels[]) {
  const isOpaque = ([, , , alpha]: Channels) => alpha === 255;
  const order = [...palette.keys()].sort((a, b) => Number(isOpaque(at(palette, a))) - Number(isOpaque(at(palette, b))));
  const numbers = new Map(order.map((color, number) => [color, number]));
  const channels = palette.every(isOpaque) ? 3 : 4;
  return {
    channels: 1,
    data: Uint8Array.from(cells, (cell) => numbers.get(cell) ?? 0),
    palette: order.map((color) => at(palette, color).slice(0, channels)),
  };
}

function direct(cells: readonly number[], palette: readonly Channels[]) {
  return { channels: 4, data: Uint8Array.from(cells.flatMap((cell) => at(palette, cell))) };
}
