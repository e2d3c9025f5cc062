import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { findLessons } from '../../src/verify/files/find-lessons.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const files = [
  ...findLessons(['content'], root).map(({ file }) => file),
  'content/glossary.yaml',
  'src/pages/index.astro',
  'src/pages/verification.astro',
  'src/components/SiteFooter.astro',
];

/** The sentences of a file, with their line: its blocks of code and the script at the head of a component left out. */
function sentencesOf(file: string): string[] {
  const whole = readFileSync(join(root, file), 'utf8');
  const text = file.endsWith('.astro')
    ? whole.replace(/^---[\s\S]*?\n---/, '')
    : whole.replace(/^```[\s\S]*?^```/gm, '');
  return text
    .replace(/\{[^{}]*\}/g, '')
    .split(/\n\n|\n(?=[-|#])|(?<=[.!?:])\s+/)
    .map((sentence) => `${file}: ${sentence.replace(/\s+/g, ' ').trim()}`);
}

const sentences = files.flatMap(sentencesOf);
const claims = /\b(?:prov(?:e|es|ed|en|ing)|proofs?|guarantee\w*)\b/i;
const denies = /\b(?:not|no|none|never|nothing)\b/i;

/** The books of others may prove what they like. */
const ofOthers = /^content\/reference\/further-reading\.mdx:/;

it('a run shows and a check agrees: no sentence says that it proves or guarantees', () => {
  expect(sentences.length).toBeGreaterThan(1000);
  expect(sentences.filter((one) => claims.test(one) && !denies.test(one) && !ofOthers.test(one))).toEqual([]);
});

it('no sentence praises what it teaches', () => {
  const praise = /\b(?:miracles?|magic\w*|amazing\w*|incredibl\w*|effortless\w*|secrets of|few secrets)\b/i;
  expect(sentences.filter((one) => praise.test(one))).toEqual([]);
});
