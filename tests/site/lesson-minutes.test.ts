import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Node, Parent } from 'mdast';
import { describe, expect, it } from 'vitest';
import { readRole } from '../../src/examples/exercise-role.ts';
import { checkFrontMatter } from '../../src/examples/front-matter.ts';
import { attributeOf, type Element } from '../../src/examples/lesson-elements.ts';
import { estimateMinutes, type LessonWork } from '../../src/site/minutes.ts';
import { findLessons } from '../../src/verify/files/find-lessons.ts';
import { parseMarkdown } from '../../src/verify/read/parse-markdown.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const lessons = findLessons(['content/guide'], root).map(({ file }) => ({
  file,
  text: readFileSync(join(root, file), 'utf8'),
}));

const nameOf = (node: Node) => ('name' in node ? node.name : undefined);

/** What only some readers see, after a mistake, and what only the verifier or the review does. */
const unread = ['Mistake', 'Remark', 'Survivor', 'Card'];

/** Of the answers to a question, a reader meets mostly the right one. */
function isPassedOver(node: Node): boolean {
  const isWrong = nameOf(node) === 'Choice' && attributeOf(node as Element, 'right') === undefined;
  return isWrong || unread.includes(String(nameOf(node)));
}

function nodesOf(node: Node): Node[] {
  if (isPassedOver(node)) return [];
  return [node, ...((node as Partial<Parent>).children ?? []).flatMap(nodesOf)];
}

const isExample = (node: Node) => {
  const role = node.type === 'code' && 'meta' in node ? readRole(String(node.meta ?? '')) : undefined;
  return node.type === 'code' && 'lang' in node && node.lang === 'python' && (!role || role.role === 'solution');
};
const textOf = (node: Node) => ('value' in node ? String(node.value) : '');

/** What a lesson has of each kind, counted in its parsed text. */
function workIn(file: string, text: string): LessonWork {
  const parsed = parseMarkdown(file, text);
  if ('diagnostic' in parsed) throw new Error(parsed.diagnostic.message);
  const nodes = nodesOf(parsed.tree);
  const count = (accepts: (node: Node) => boolean) => nodes.filter(accepts).length;
  const texts = nodes.filter(({ type }) => type === 'text').map(textOf);
  return {
    words: texts.join(' ').split(/\s+/).filter(Boolean).length + count(({ type }) => type === 'inlineMath'),
    examples: count(isExample),
    explorables: count((node) => nameOf(node) === 'Explorable'),
    exercises: count((node) => nameOf(node) === 'Exercise') + texts.filter((one) => one === 'Task.').length,
    questions: count((node) => nameOf(node) === 'Question'),
  };
}

describe('the minutes of a lesson', () => {
  it('are what its words, examples, explorables, exercises and questions take, to a tenth', () => {
    const wrong = lessons.flatMap(({ file, text }) => {
      const stated = Number(checkFrontMatter(text, file, 'guide').frontMatter?.minutes);
      const estimate = estimateMinutes(workIn(file, text));
      return Math.abs(stated - estimate) > estimate / 10 ? [`${file}: minutes: ${estimate}, not ${stated}`] : [];
    });
    expect(wrong).toEqual([]);
  });

  it.each([
    [{ words: 200 }, 5],
    [{ words: 2000 }, 10],
    [{ words: 2001 }, 15],
    [{ examples: 10 }, 15],
    [{ explorables: 5 }, 15],
    [{ exercises: 5 }, 60],
    [{ questions: 10 }, 10],
  ])('%o take %i', (some, minutes) => {
    const nothing = { words: 0, examples: 0, explorables: 0, exercises: 0, questions: 0 };
    expect(estimateMinutes({ ...nothing, ...some })).toBe(minutes);
  });
});
