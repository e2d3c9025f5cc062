import { create, type Font } from 'fontkitten';
import subsetFont from 'subset-font';

/** The weights that the stylesheets use; the axis of a variable font ends there. */
const weights = { min: 400, max: 700 };

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

  /** The same font with these code points only. */
  async subset(characters: Iterable<number>): Promise<Buffer> {
    const variationAxes = 'wght' in this.#font.variationAxes ? { wght: weights } : {};
    return subsetFont(this.#bytes, String.fromCodePoint(...characters), { targetFormat: 'woff2', variationAxes });
  }
}
