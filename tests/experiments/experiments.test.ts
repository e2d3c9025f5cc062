import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, test } from 'vitest';
import { findLessons } from '../../src/verify/find-lessons.ts';
import { readLesson } from '../../src/verify/read-lesson.ts';
import { chainRuleLesson } from './chain-rule.ts';
import { derivativesLesson } from './derivatives.ts';
import type { PageExperiments } from './experiment.ts';
import { gradientDescentLesson } from './gradient-descent.ts';
import { gradientsLesson } from './gradients.ts';
import { linearRegressionLesson } from './linear-regression.ts';
import { quickReference } from './quick-reference.ts';
import { refresherLesson } from './refresher.ts';
import { startLesson } from './start.ts';
import { summaryLesson } from './summary.ts';

/**
 * The verifier proves each expected output against Python. Here the same text is computed by `src/numeric`, which also
 * draws the figures: so text, picture and Python show one experiment.
 */
const pages: readonly PageExperiments[] = [
  startLesson,
  refresherLesson,
  derivativesLesson,
  gradientsLesson,
  chainRuleLesson,
  gradientDescentLesson,
  linearRegressionLesson,
  summaryLesson,
  quickReference,
];

const root = fileURLToPath(new URL('../..', import.meta.url));

/** From the name of each example of a page to what the page says it prints. */
function outputsOf(page: string): ReadonlyMap<string, string> {
  const file = `content/${page}.mdx`;
  const { examples } = readLesson(file, readFileSync(join(root, file), 'utf8')).extracted;
  return new Map(examples.map(({ id, output }) => [id, output?.text ?? '']));
}

const printsNumbers = (text: string) => /\d/.test(text);

test('every page with an example that prints a number has its experiments here', () => {
  const withNumbers = findLessons(['content'], root)
    .map(({ file }) => file.replace(/^content\/|\.mdx$/g, ''))
    .filter((page) => [...outputsOf(page).values()].some(printsNumbers));
  expect(pages.map(({ page }) => page)).toEqual(expect.arrayContaining(withNumbers));
});

describe.each(pages)('the experiments of $page', ({ page, recomputed, notRecomputed }) => {
  const outputs = outputsOf(page);

  it.each(Object.entries(recomputed))('%s', (name, recompute) => {
    expect(outputs.has(name), `${page} has no example ${name}`).toBe(true);
    expect(recompute()).toBe(outputs.get(name));
  });

  it('leave out no example that prints a number', () => {
    const numeric = [...outputs].filter(([, text]) => printsNumbers(text)).map(([name]) => name);
    const accounted = [...Object.keys(recomputed), ...Object.keys(notRecomputed)];
    expect(accounted).toEqual(expect.arrayContaining(numeric));
  });

  it('give a reason for what they leave out, and only for that', () => {
    for (const [name, reason] of Object.entries(notRecomputed)) {
      expect(reason.trim(), name).not.toBe('');
      expect(outputs.has(name), `${page} has no example ${name}`).toBe(true);
      expect(Object.keys(recomputed)).not.toContain(name);
    }
  });
});
