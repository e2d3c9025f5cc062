import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Node, Parent } from 'mdast';
import { expect, it } from 'vitest';
import { isElement } from '../../src/examples/lesson-elements.ts';
import { findLessons } from '../../src/verify/files/find-lessons.ts';
import { parseMarkdown } from '../../src/verify/read/parse-markdown.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const files = findLessons(['content'], root).map(({ file }) => file);

/** The texts of a page: its prose without the values that are computed, the code of its examples, and what they print. */
interface Texts {
  readonly prose: string[];
  readonly code: string[];
  readonly printed: string[];
}

function gather(node: Node, into: Texts): void {
  if (isElement(node) && node.name === 'Value') return;
  const { value = '', lang } = node as { value?: string; lang?: string | null };
  if (node.type === 'text') into.prose.push(value);
  if (node.type === 'code') (lang === 'output' ? into.printed : into.code).push(value);
  for (const child of (node as Partial<Parent>).children ?? []) gather(child, into);
}

function numbersIn(texts: readonly string[]): string[] {
  const number = /[-−]?\d[\d,]*(?:\.\d+)?(?:e[-+]\d+)?/g;
  return texts.flatMap((text) => text.match(number) ?? []).map((one) => one.replace('−', '-').replaceAll(',', ''));
}

/** Whether a number is so special that it is no accident where it comes again. */
function isSpecial(number: string): boolean {
  const digits = number.replace(/e.*/, '').replace(/[-.]/g, '').replace(/^0+/, '');
  return digits.length > 2;
}

it.each(files)('what an example printed is in the sentences of %s as a value, and not typed', (file) => {
  const parsed = parseMarkdown(file, readFileSync(join(root, file), 'utf8'));
  if ('diagnostic' in parsed) throw new Error(parsed.diagnostic.message);
  const texts: Texts = { prose: [], code: [], printed: [] };
  gather(parsed.tree, texts);
  const printed = new Set(numbersIn(texts.printed));
  const given = new Set(numbersIn(texts.code).map((one) => Math.abs(Number(one))));
  const typed = numbersIn(texts.prose).filter((one) => isSpecial(one) && printed.has(one));
  expect(typed.filter((one) => !given.has(Math.abs(Number(one))))).toEqual([]);
});
