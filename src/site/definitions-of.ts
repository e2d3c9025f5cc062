import type { Definitions } from '../core/definitions.ts';
import { plainSentence } from '../markdown/typeset/plain-sentence.ts';

/** The parts of an entry of the glossary of which its definition is made; `src/content.config.ts` has its whole shape. */
interface Entry {
  readonly slug: string;
  readonly definition: string;
  readonly aloud?: string | undefined;
  readonly symbol?: string | undefined;
}

/** The definitions of entries of the glossary as plain text. */
export function definitionsOf(entries: readonly Entry[]): Definitions {
  return Object.fromEntries(
    entries.map(({ slug, definition, symbol, aloud }) => {
      const words = plainSentence(definition.trim().replaceAll('`', ''));
      return [slug, { words, ...(symbol && { symbol: readingOf(symbol, aloud) }) }];
    }),
  );
}

/** A symbol and how it is read: `η, read “eta”`. */
export function readingOf(symbol: string, aloud: string | undefined): string {
  return aloud ? `${symbol}, read “${aloud}”` : symbol;
}
