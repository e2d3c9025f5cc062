import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, test } from 'vitest';
import { findLessons } from '../../src/verify/files/find-lessons.ts';
import { readLesson } from '../../src/verify/read/read-lesson.ts';
import { chainRuleLesson } from './chain-rule.ts';
import { derivativesLesson } from './derivatives.ts';
import type { PageExperiments } from './experiment.ts';
import { gradientDescentLesson } from './gradient-descent.ts';
import { gradientsLesson } from './gradients.ts';
import { fasterDescentsLesson, linearRegressionLesson, whatTheRunFoundLesson } from './linear-regression.ts';
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
  whatTheRunFoundLesson,
  fasterDescentsLesson,
  summaryLesson,
  quickReference,
];

const root = fileURLToPath(new URL('../..', import.meta.url));

interface Printed {
  readonly name: string;
  /** The output of the example in the page. */
  readonly output: string;
  /** Whether it belongs to the text of the page, and not to a question or to an exercise whose check is proven. */
  readonly isInText: boolean;
}

function examplesOf(page: string): Printed[] {
  const file = `content/${page}.mdx`;
  const text = readFileSync(join(root, file), 'utf8');
  const elements = [...text.matchAll(/^<(Question|Predict|Exercise)\b.*?^<\/\1>/gms)].filter(
    ([element, name]) => name !== 'Exercise' || /^```python check/m.test(element),
  );
  return readLesson(file, text).extracted.examples.map(({ id, output, code }) => ({
    name: id,
    output: output?.text ?? '',
    isInText: !elements.some(
      ({ index, 0: element }) => index < code.span.start && code.span.start < index + element.length,
    ),
  }));
}

const printsNumbers = (text: string) => /\d/.test(text);

test('every page with an example that prints a number has its experiments here', () => {
  const withNumbers = findLessons(['content'], root)
    .map(({ file }) => file.replace(/^content\/|\.mdx$/g, ''))
    .filter((page) => examplesOf(page).some(({ output }) => printsNumbers(output)));
  expect(pages.map(({ page }) => page)).toEqual(expect.arrayContaining(withNumbers));
});

describe.each(pages)('the experiments of $page', ({ page, recomputed, notRecomputed }) => {
  const examples = examplesOf(page);
  const outputs = new Map(examples.map(({ name, output }) => [name, output]));

  it.each(Object.entries(recomputed))('%s', (name, recompute) => {
    expect(outputs.has(name), `${page} has no example ${name}`).toBe(true);
    expect(recompute()).toBe(outputs.get(name));
  });

  it('leave out no example of the text that prints a number', () => {
    const numeric = examples
      .filter(({ output, isInText }) => isInText && printsNumbers(output))
      .map(({ name }) => name);
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
