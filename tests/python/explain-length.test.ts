import { describe, expect, it } from 'vitest';
import { explainError } from '../../src/python/explain/explain-error.ts';
import { explainLimits } from '../../src/python/explain/explain-limits.ts';
import { explainNames } from '../../src/python/explain/explain-names.ts';
import { explainNumbers } from '../../src/python/explain/explain-numbers.ts';
import { explainShapes } from '../../src/python/explain/explain-shapes.ts';
import { explainSyntax } from '../../src/python/explain/explain-syntax.ts';
import { explainTypes } from '../../src/python/explain/explain-types.ts';
import { findMeaning, mostLookedAt } from '../../src/python/explain/explanation.ts';

const tables = { explainLimits, explainNames, explainNumbers, explainShapes, explainSyntax, explainTypes };
const types = [...new Set(Object.values(tables).flatMap((table) => Object.keys(table)))];

describe.each(Object.entries(tables))('%s', (_name, table) => {
  it('reads no more of a text than a bounded beginning, for every pattern and whatever its length', () => {
    const seen: number[] = [];
    const watched = Object.fromEntries(
      Object.entries(table).map(([type, rows]) => [
        type,
        rows.map(([pattern]) => {
          const exec = (text: string) => {
            seen.push(text.length);
            return pattern.exec(text);
          };
          const look = (
            _: readonly string[],
            { line, code, earlier }: { line: string; code: string; earlier: string },
          ) => {
            expect(line.length).toBeLessThanOrEqual(mostLookedAt.line);
            expect(code.length).toBeLessThanOrEqual(mostLookedAt.code);
            expect(earlier.length).toBeLessThanOrEqual(mostLookedAt.earlier);
            return undefined;
          };
          return [{ exec } as unknown as RegExp, look] as const;
        }),
      ]),
    );
    const text = 'y'.repeat(300_000);
    findMeaning(watched, { types: Object.keys(table), message: text, line: text, code: text, earlier: text });
    expect(seen).toHaveLength(Object.values(table).flat().length);
    expect(Math.max(...seen)).toBe(mostLookedAt.message);
  });
});

describe('a message of 300,000 characters', () => {
  it.each([...types, 'Exception'])('%s: gets its answer', (type) => {
    for (const text of ['y', '(', "'a' and ", 'no attribute ', '1() ']) {
      const long = text.repeat(300_000 / text.length);
      const error = { types: [type, 'Exception'], summary: `${type}: ${long}`, line: 1, column: 0, traceback: '' };
      const meaning = explainError(error, `raise ${type}("${long}")`, long) ?? '';
      expect(meaning.length).toBeLessThan(2000);
    }
  });
});
