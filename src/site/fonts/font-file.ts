import { create, type Font } from 'fontkitten';
import subsetFont from 'subset-font';

/** The least and the greatest weight that a stylesheet declares for a font. */
export interface Weights {
  readonly min: number;
  readonly max: number;
}

/**
 * Kerning, the only feature that the site uses: numerals of one height and width are what these fonts have, and their *f*
 * stands free of its neighbors without ligatures, which would be a tenth of the bytes.
 */
const keepFeatures = ['kern'];

/**
 * Names of styles for programs that list fonts, baselines of other scripts, and the classes of glyphs, which follow from
 * their characters. With the classes go the changes of the kerning and of the lines under text with the weight, which are a
 * few thousandths of an em. The names have to stay: browsers reject a font that has none.
 */
const dropTables = ['STAT', 'GDEF', 'BASE', 'MVAR'];

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
   * The same font with these code points only, and for these weights only.
   *
   * @param noHinting without the programs that fit the letters to the pixels of a screen
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
