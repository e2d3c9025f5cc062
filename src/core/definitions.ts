/** The explanation of a term of the glossary that pages show where it occurs, as plain text. */
export interface Definition {
  readonly words: string;
  /** Its symbol and how that is read, if the symbol itself is explained. */
  readonly symbol?: string;
}

/** Definitions by the anchors of the terms in the glossary. */
export type Definitions = Readonly<Record<string, Definition>>;
