import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Node, Parent } from 'mdast';
import { expect, it } from 'vitest';
import { attributeOf, isElement } from '../../src/examples/lesson-elements.ts';
import { findLessons } from '../../src/verify/files/find-lessons.ts';
import { parseMarkdown } from '../../src/verify/read/parse-markdown.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** For each question of the guide that shows choices: how many, and which of them is right, from 0. */
const places = findLessons(['content/guide'], root).flatMap(({ file }) => {
  const parsed = parseMarkdown(file, readFileSync(join(root, file), 'utf8'));
  return 'diagnostic' in parsed ? [] : placesIn(parsed.tree);
});

function placesIn(node: Node): { count: number; right: number }[] {
  const children = (node as Partial<Parent>).children ?? [];
  const choices = children.filter((child) => isElement(child) && child.name === 'Choice');
  const areShown = isElement(node) && attributeOf(node, 'kind') !== 'compute';
  const right = choices.findIndex((choice) => isElement(choice) && attributeOf(choice, 'right') !== undefined);
  return areShown && right >= 0 ? [{ count: choices.length, right }] : children.flatMap(placesIn);
}

it.each([3, 4])('of %i choices each is the right one about as often', (count) => {
  const rights = places.filter((one) => one.count === count).map(({ right }) => right);
  expect(rights.length).toBeGreaterThan(20);
  for (let place = 0; place < count; place++) {
    const part = rights.filter((right) => right === place).length / rights.length;
    expect(part, `place ${place + 1}`).toBeGreaterThan(0.5 / count);
    expect(part, `place ${place + 1}`).toBeLessThan(1.5 / count);
  }
});
