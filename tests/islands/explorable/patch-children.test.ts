import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { patchChildren } from '../../../src/islands/explorable/patch-children.ts';

interface Tree {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Tree | string)[];
}

const { document } = parseHTML('<!doctype html><html><body></body></html>');
const word = fc.constantFrom('a', 'b', 'c d');
const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.record({
    tag: fc.constantFrom('g', 'path', 'text'),
    attributes: fc.dictionary(fc.constantFrom('d', 'class', 'fill'), word, { maxKeys: 3 }),
    children: fc.array(fc.oneof({ maxDepth: 3 }, word, tie('tree')), { maxLength: 4 }),
  }),
}));

function grow({ tag, attributes, children }: Tree): Element {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  for (const child of children) element.append(typeof child === 'string' ? child : grow(child));
  return element;
}

/** As nested text, whatever the order in which attributes were set. */
function write(node: Node): string {
  if (node.nodeType !== node.ELEMENT_NODE) return `“${node.textContent}”`;
  const attributes = [...(node as Element).attributes].map(({ name, value }) => `${name}=${value}`).sort();
  return `<${node.nodeName} ${attributes}>${[...node.childNodes].map(write).join('')}`;
}

test('the old children become the new ones', () => {
  fc.assert(
    fc.property(tree, tree, (before, after) => {
      const [standing, fresh] = [grow(before), grow(after)];
      patchChildren(standing, [...fresh.childNodes]);
      expect([...standing.childNodes].map(write)).toEqual([...grow(after).childNodes].map(write));
    }),
  );
});

test('an element that stays is the same element', () => {
  const standing = grow({
    tag: 'g',
    attributes: {},
    children: [{ tag: 'path', attributes: { d: 'a' }, children: [] }],
  });
  const [path] = standing.children;
  patchChildren(standing, [grow({ tag: 'path', attributes: { d: 'b', class: 'c' }, children: [] })]);
  expect(standing.children[0]).toBe(path);
  expect([path?.getAttribute('d'), path?.getAttribute('class')]).toEqual(['b', 'c']);
});
