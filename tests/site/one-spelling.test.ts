import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const files = globSync(['content/**/*.{mdx,yaml}', 'src/{pages,components,layouts}/**/*.astro'], { cwd: root });

/** A text without what stands in braces, one within the other. */
function withoutBraces(text: string): string {
  const shorter = text.replace(/\{[^{}]*\}/g, ' ');
  return shorter === text ? text : withoutBraces(shorter);
}

/** What readers read: no code, no names of things, no titles of books, no program of a component. */
function wordsOf(file: string): string {
  const text = readFileSync(join(root, file), 'utf8')
    .replace(/^```[\s\S]*?^```/gm, '')
    .replace(/^---[\s\S]*?\n---/, (head) => (file.endsWith('.astro') ? '' : head));
  return withoutBraces(text)
    .replace(/<(script|style)[\s\S]*?<\/\1>|<!--[\s\S]*?-->|`[^`]*`|\*\*[^*]*\*\*/g, ' ')
    .replace(/\b(?!aria-label|title|description|summary)[\w-]+=(?:"[^"]*"|'[^']*')/g, ' ')
    .replace(/[\w/-]*[-/#][\w/-]*/g, ' ');
}

const american =
  /\b(?:colors?|colored|gray|centers?|centered|behavior|neighbor\w*|(?:kilo|centi)?meters?|labeled|learned|farther|farthest|toward|(?:optim|normal|standard|recogn|visual|general|minim|maxim|summar)iz\w*|analyz\w*)\b/gi;

it('the guide has one spelling, the British one', () => {
  expect(files.length).toBeGreaterThan(40);
  const found = files.flatMap((file) => (wordsOf(file).match(american) ?? []).map((word) => `${file}: ${word}`));
  expect(found).toEqual([]);
});
