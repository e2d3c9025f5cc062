import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * The beginning of a comment that has a clause in the place of its subject: “What the check has found” in place of “The
 * result of the check”. A question, which ends with its mark, is no clause.
 */
const clause = /^\s*(?:\/\*\*|\*|\/\/|#|""")\s*(?:What|Who|Whatever|Whoever) [a-z](?!.*\?)/;

it('comments begin with the name of their subject, and not with a clause in its place', async () => {
  const found: string[] = [];
  let files = 0;
  for await (const file of glob('{src,scripts}/**/*.{ts,mjs,js,py,astro,css}', { cwd: root })) {
    files++;
    const lines = readFileSync(`${root}/${file}`, 'utf8').split('\n');
    found.push(...lines.flatMap((line, i) => (clause.test(line) ? [`${file}:${i + 1}: ${line.trim()}`] : [])));
  }
  expect(found).toEqual([]);
  expect(files).toBeGreaterThan(500);
});

it.each([
  ['/** What a check has found. */', true],
  ['    // Whatever is typed stays.', true],
  ['# Who wrote it.', true],
  ['/** The result of a check. */', false],
  ['// What next? A second step.', false],
  ['/** Whatsoever */', false],
])('%s: %s', (comment, isClause) => {
  expect(clause.test(comment)).toBe(isClause);
});
