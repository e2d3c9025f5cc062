import type { Example } from './example.ts';

/**
 * Identifies an example for the site's report: its code, the code before it in its session, and what is expected of
 * it. While the digest is the same, what was proven of the example still holds.
 *
 * @param hash a cryptographic hash of a text, which every host has in another place.
 */
export function exampleDigest(example: Example, all: readonly Example[], hash: (text: string) => string): string {
  const session = all.filter((other) => other.session === example.session && runs(other));
  const before = session.slice(0, session.indexOf(example)).map(({ code }) => code.text);
  const { options, code, output } = example;
  return hash(JSON.stringify([before, code.text, output?.text ?? null, options.raises ?? null]));
}

/** Whether an example is run at all. */
export function runs(example: Example): boolean {
  return example.options.illustrative === undefined;
}
