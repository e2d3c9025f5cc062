import { readFileSync } from 'node:fs';

/** What `fixtures/make-fixtures.py` wrote under a name: its cases, with nan, inf and −0 read back as numbers. */
export function fixture<T>(name: string): T[] {
  const text = readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url), 'utf8');
  return JSON.parse(text, (_key, value: unknown) => (isOdd(value) ? readOdd(value.float) : value)).cases;
}

function isOdd(value: unknown): value is { float: string } {
  return typeof value === 'object' && value !== null && 'float' in value && typeof value.float === 'string';
}

function readOdd(text: string): number {
  if (text === '-0.0') return -0;
  if (text === 'nan') return Number.NaN;
  return text === 'inf' ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
}
