/** The decoded output of a block. */
export interface Printed {
  readonly text: string;
  /** The reason why a Markdown file cannot contain it: then it can be neither compared nor written. */
  readonly problem?: string;
}

/** Decodes the bytes of a stream, given in base64. Bytes that are not UTF-8 become U+FFFD and are a problem. */
export function readPrinted(base64: string): Printed {
  const bytes = Buffer.from(base64, 'base64');
  const text = bytes.toString('utf8');
  const problem = problemOf(text, bytes);
  return problem === undefined ? { text } : { text, problem };
}

function problemOf(text: string, bytes: Buffer): string | undefined {
  if (!Buffer.from(text, 'utf8').equals(bytes)) return 'It printed bytes that are not UTF-8.';
  if (text.includes('\r')) return 'It printed a carriage return, which Markdown reads as the end of a line.';
  if (text.includes('\0')) return 'It printed a NUL character, which Markdown cannot contain.';
  return undefined;
}
