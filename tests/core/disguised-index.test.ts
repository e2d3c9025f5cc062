import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** `Number(values[i])`, `Number(values.at(-1))` and `Number(values[i]?.[j])`, where `values` are numbers already. */
const disguise = /\bNumber\([\w.?]+(?:\.at\(-1\)|\[[^[\]]+\](?:\?\.\[[^[\]]+\])?)\)/;

/** What is read here is text, so that `Number` does convert it. */
const text = /argv|split|match|groups|env\[|\bdigits\b|\btext\[|numbers\[/;

test('the pattern finds an index in disguise, and no conversion of text', () => {
  for (const code of ['Number(a[i])', 'Number(path.at(-1))', 'Number(rows[i]?.[j])', 'Number(key[k % key.length])'])
    expect(code).toMatch(disguise);
  for (const code of ['Number(text)', 'Number(scale(2)[0])', 'showNumber(best[0], 2)'])
    expect(code).not.toMatch(disguise);
});

test('an index that must exist is read with at(), which throws, not with Number(), which makes NaN of it', () => {
  const found = globSync(['src/**/*.ts', 'tests/numeric/**/*.ts', 'tests/experiments/**/*.ts'])
    .filter((file) => !file.endsWith('.d.ts'))
    .flatMap((file) =>
      readFileSync(file, 'utf8')
        .split('\n')
        .flatMap((line, i) => (disguise.test(line) && !text.test(line) ? [`${file}:${i + 1} ${line.trim()}`] : [])),
    );
  expect(found).toEqual([]);
});
