/** A position in a source file. Lines and columns count from 1, as editors do; columns count UTF-16 code units. */
export interface Place {
  /** Path as it should be shown: relative to the working directory, with forward slashes. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** `file:line:column`, the form that terminals and editors turn into a link. */
export function formatPlace({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`;
}
