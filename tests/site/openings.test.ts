import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { findLessons } from '../../src/verify/files/find-lessons.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const lessons = findLessons(['content/guide'], root).map(({ file }) => file);

it.each(lessons)('%s opens with a question and a picture, or something to drag', (file) => {
  const [, , text = ''] = readFileSync(`${root}/${file}`, 'utf8').split(/^---$/m);
  const [, opening = ''] = /^\s*<Opening>\n([\s\S]*?)\n<\/Opening>/.exec(text) ?? [];
  expect(opening.trim().split('\n')[0]).toMatch(/\?$/);
  expect(opening).toMatch(/<(?:Figure|Explorable) /);
});
