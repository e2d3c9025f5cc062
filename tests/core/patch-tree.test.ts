import fc from 'fast-check';
import type { ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { parseHTML } from 'linkedom';
import { expect, it } from 'vitest';
import { patchTree } from '../../src/core/patch-tree.ts';
import { h, rawHtml } from '../../src/explorables/view/element.ts';

const { document } = parseHTML('<!doctype html><html><body></body></html>');

function putIntoPage(html: string): Element {
  document.body.innerHTML = html;
  const { firstElementChild: element } = document.body;
  if (element === null) throw new Error(`no element in ${html}`);
  return element;
}

const word = fc.constantFrom('a', 'b', 'c d');
const names = ['class', 'data-term', 'aria-current'] as const;
const attributes = fc.record(Object.fromEntries(names.map((name) => [name, fc.option(word, { nil: undefined })])));
const { children } = fc.letrec<{ children: ElementContent[] }>((tie) => ({
  children: fc
    .array(
      fc.oneof(
        { maxDepth: 3 },
        word,
        fc
          .tuple(fc.constantFrom('tr', 'td', 'output'), attributes, tie('children'))
          .map(([tag, named, inside]) => h(tag, named, ...inside)),
      ),
      { maxLength: 4 },
    )
    .map((all) => h('div', {}, ...all).children),
}));

/** The HTML of the build, and the same written by the browser. */
const html = (nodes: ElementContent[]) => normal(`<div>${toHtml({ type: 'root', children: nodes })}</div>`);
const normal = (text: string) => {
  const element = putIntoPage(text);
  const list = (node: Node): unknown =>
    node.nodeType === node.ELEMENT_NODE
      ? [
          (node as Element).localName,
          [...(node as Element).attributes].map(({ name, value }) => `${name}=${value}`).sort(),
          [...node.childNodes].map(list),
        ]
      : node.nodeValue;
  return list(element);
};

it('gives the page the HTML that the build would have written', () => {
  fc.assert(
    fc.property(children, children, (before, after) => {
      const element = putIntoPage('<div></div>');
      patchTree(element, before);
      patchTree(element, after);
      const { outerHTML } = element;
      expect(normal(outerHTML)).toEqual(html(after));
    }),
  );
});

it('leaves an element that stays, and the attributes that the tree does not name', () => {
  const element = putIntoPage('<div><output tabindex="0" class="a" data-term="x">1</output></div>');
  const [output] = element.children;
  patchTree(element, [h('output', { class: 'b', 'data-term': undefined }, '2')]);
  expect(element.children[0]).toBe(output);
  expect(element.innerHTML).toBe('<output tabindex="0" class="b">2</output>');
});

it('takes no HTML, which is for the build', () => {
  const element = putIntoPage('<div></div>');
  expect(() => patchTree(element, [rawHtml('<b>')])).toThrow('a raw node is for the build only');
});

it('draws in an SVG element what is of its language', () => {
  const element = putIntoPage('<svg></svg>');
  patchTree(element, [h('g', {}, h('path', { d: 'M0,0' }))]);
  expect(element.querySelector('path')?.namespaceURI).toBe('http://www.w3.org/2000/svg');
});

it('puts in what comes and takes out what goes where the kinds first differ, and leaves what follows', () => {
  const element = putIntoPage('<svg></svg>');
  const group = (kind: string) => h('g', { 'data-mark': kind });
  patchTree(element, [group('line'), group('dot'), group('text')]);
  const [line, dot, text] = element.children;
  patchTree(element, [group('line'), group('link'), group('rule'), group('dot'), group('text')]);
  expect([0, 3, 4].map((i) => element.children[i])).toEqual([line, dot, text]);
  patchTree(element, [group('dot'), group('text')]);
  expect([...element.children]).toEqual([dot, text]);
});
