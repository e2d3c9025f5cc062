import { create, type Font } from 'fontkitten';
import subsetFont from 'subset-font';

/** The least and the greatest weight that a stylesheet declares for a font. */
export interface Weights {
  readonly min: number;
  readonly max: number;
}

/** Kerning, ligatures and marks of the text, and numerals of one height and width. The site uses no other feature. */
const keepFeatures = ['kern', 'liga', 'ccmp', 'locl', 'mark', 'mkmk', 'calt', 'lnum', 'tnum'];

/**
 * Names of styles for programs that list fonts, and the classes of glyphs, which follow from their characters. With the
 * classes goes the change of the kerning with the weight, which is a few thousandths of an em.
 */
const dropTables = ['STAT', 'GDEF'];

/** A font in WOFF2 format, with the code points that it has. */
export class FontFile {
  readonly characters: ReadonlySet<number>;
  readonly #bytes: Buffer;
  readonly #font: Font;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
    this.#font = create(bytes) as Font;
    this.characters = new Set(this.#font.characterSet);
  }

  /**
   * The same font with these code points only, and for these weights only. Hints for screens of low resolution stay by
   * default: without them, letters are spaced unevenly.
   */
  async subset(characters: Iterable<number>, weights: Weights, { noHinting = false } = {}): Promise<Buffer> {
    const weight = weights.min === weights.max ? weights.min : weights;
    return subsetFont(this.#bytes, String.fromCodePoint(...characters), {
      targetFormat: 'woff2',
      keepFeatures,
      dropTables,
      noHinting,
      variationAxes: 'wght' in this.#font.variationAxes ? { wght: weight } : {},
    });
  }
}
