import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { ExplainedSymbol } from '../markdown/rehype-symbols.ts';
import { plainSentence } from '../markdown/typeset/plain-sentence.ts';
import { glossaryPath } from './glossary-path.ts';

/** The parts of an entry of the glossary that explain a symbol; `src/content.config.ts` has its whole shape. */
interface Entry {
  readonly slug: string;
  readonly definition: string;
  readonly aloud?: string;
  readonly symbol?: string;
  readonly symbolIn?: readonly string[];
}

/**
 * The symbols of the glossary, with their explanations.
 *
 * @param file the path of the glossary
 */
export function glossarySymbols(file: string): ExplainedSymbol[] {
  const entries = parse(readFileSync(file, 'utf8')) as readonly Entry[];
  return entries.flatMap(({ symbol, aloud, slug, definition, symbolIn }) =>
    symbol === undefined
      ? []
      : [
          {
            symbol,
            address: `${glossaryPath}#${slug}`,
            explanation: `${symbol}${aloud ? `, read “${aloud}”` : ''}: ${plainSentence(definition.trim())}`,
            lessons: symbolIn,
          },
        ],
  );
}
