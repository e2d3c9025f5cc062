import type { PageBlockEnd } from './python-client.ts';

/** A sentence on a run that was ended by force; `undefined` for all others. */
export function explainEnd(end: PageBlockEnd): string | undefined {
  return end.how;
}
