import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
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
  quickReference,
];

const root = fileURLToPath(new URL('../..', import.meta.url));

/** From the name of each example of a page to what the page says it prints. */
function outputsOf(page: string): ReadonlyMap<string, string> {
  const file = `content/${page}.mdx`;
  const { examples } = readLesson(file, readFileSync(join(root, file), 'utf8')).extracted;
  return new Map(examples.map(({ id, output }) => [id, output?.text ?? '']));
}

describe.each(pages)('the experiments of $page', ({ page, recomputed, notRecomputed }) => {
  const outputs = outputsOf(page);

  it.each(Object.entries(recomputed))('%s', (name, recompute) => {
    expect(outputs.has(name), `${page} has no example ${name}`).toBe(true);
    expect(recompute()).toBe(outputs.get(name));
  });

  it('leave out no example that prints a number', () => {
    const numeric = [...outputs].filter(([, text]) => /\d/.test(text)).map(([name]) => name);
    const accounted = [...Object.keys(recomputed), ...Object.keys(notRecomputed)];
    expect(accounted.toSorted()).toEqual(expect.arrayContaining(numeric));
  });

  it('give a reason for what they leave out, and only for that', () => {
    for (const [name, reason] of Object.entries(notRecomputed)) {
      expect(reason.trim(), name).not.toBe('');
      expect(outputs.has(name), `${page} has no example ${name}`).toBe(true);
      expect(Object.keys(recomputed)).not.toContain(name);
    }
  });
});
