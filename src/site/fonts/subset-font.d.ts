/** The part of subset-font that is used; the package has no types. */
declare module 'subset-font' {
  interface Options {
    readonly targetFormat: 'woff2' | 'sfnt';
    /** By axis: the value that is kept, or the part of its range. */
    readonly variationAxes?: Readonly<Record<string, number | { readonly min: number; readonly max: number }>>;
    /** The OpenType features that are kept; without it, all of them. */
    readonly keepFeatures?: readonly string[];
    readonly dropTables?: readonly string[];
    /** Without the programs that fit single letters to the pixels of a screen. */
    readonly noHinting?: boolean;
  }

  export default function subsetFont(font: Buffer, text: string, options: Options): Promise<Buffer>;
}
