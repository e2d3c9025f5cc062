import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { ExplainedSymbol } from '../markdown/rehype-symbols.ts';
import { readingOf } from './definitions-of.ts';
import { glossaryPath } from './glossary-path.ts';

/** The parts of an entry of the glossary that belong to a symbol; `src/content.config.ts` has its whole shape. */
interface Entry {
  readonly slug: string;
  readonly aloud?: string;
  readonly symbol?: string;
  readonly symbolIn?: readonly string[];
}

/**
 * The symbols of the glossary, how they are read, and the addresses of their rows.
 *
 * @param file the path of the glossary
 */
export function glossarySymbols(file: string): ExplainedSymbol[] {
  const entries = parse(readFileSync(file, 'utf8')) as readonly Entry[];
  return entries.flatMap(({ symbol, aloud, slug, symbolIn }) =>
    symbol === undefined
      ? []
      : [{ symbol, reading: readingOf(symbol, aloud), address: `${glossaryPath}#${slug}`, lessons: symbolIn }],
  );
}
