import { expect, it } from 'vitest';
import { exerciseDigest } from '../../src/exercises/exercise-digest.ts';
import { extractExercises } from '../../src/exercises/extract-exercises.ts';
import { parseMarkdown } from '../../src/verify/read/parse-markdown.ts';

const fence = (info: string, code: string) => `\`\`\`python ${info}\n${code}\n\`\`\`\n\n`;
const exercise = (name: string, info = '') =>
  `<Exercise name="${name}" number="1.1" title="A title" objectives="slope" tries="It was tried.">\n\n` +
  fence('starter', `${name} = 0`) +
  fence('check', `check(${name})`) +
  `<Solution>\n\n${fence(`solution name=solution-${name} ${info}`, `${name} = 1`)}</Solution>\n\n` +
  fence('alternative="another way"', `${name} = 2 - 1`) +
  fence('wrong="far"', `${name} = 100`) +
  '<Mistake of="far">\n\nToo far.\n\n</Mistake>\n\n' +
  '</Exercise>\n\n';
const lesson = exercise('first', 'session=walk') + exercise('second', 'session=walk') + exercise('third');

function digests(text: string): string[] {
  const parsed = parseMarkdown('a.mdx', text);
  if ('diagnostic' in parsed) throw new Error(parsed.diagnostic.message);
  const { exercises } = extractExercises(parsed.tree, text, { file: 'a.mdx' });
  return exercises.map((one) => exerciseDigest(one, exercises, (written) => written));
}

it.each([
  ['a starter', 'third = 0', 'third = 7', [true, true, false]],
  ['a check', 'check(third)', 'check(third, 1)', [true, true, false]],
  ['an alternative', 'third = 2 - 1', 'third = 3 - 2', [true, true, false]],
  ['a wrong answer', 'third = 100', 'third = 99', [true, true, false]],
  ['a solution that others build on', '\nfirst = 1', '\nfirst = 1.0', [false, false, true]],
  [
    'a title, which no run depends on',
    'number="1.1" title="A title"',
    'number="1.2" title="Another"',
    [true, true, true],
  ],
])('the digest of an exercise is that of what its check was run on: %s', (_, from, to, same) => {
  expect(lesson).toContain(from);
  const after = digests(lesson.replace(from, to));
  expect(digests(lesson).map((digest, i) => digest === after[i])).toEqual(same);
});
