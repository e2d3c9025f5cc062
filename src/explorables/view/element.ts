/// <reference types="mdast-util-to-hast" />
import type { Element, ElementContent } from 'hast';

/** Attributes by the names that HTML gives them; one that is `undefined` or `false` is not set, `true` is empty. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;
type Child = ElementContent | string | false | undefined;

/** An element as data (hast): the build writes it as HTML, the browser makes the page equal to it. */
export function h(tagName: string, attributes: Attributes = {}, ...children: readonly Child[]): Element {
  return { type: 'element', tagName, properties: { ...attributes }, children: contentOf(children) };
}

/** HTML that another program has written. */
export function rawHtml(value: string): ElementContent {
  return { type: 'raw', value };
}

/** Text in which `*x*` is a variable, set in italics. */
export function withVariables(text: string): ElementContent[] {
  const pieces = text.split(/\*([^*]+)\*/);
  return contentOf(
    pieces.map((piece, i) => (i % 2 === 1 ? h('i', { class: 'variable', translate: 'no' }, piece) : piece)),
  );
}

/** Neighboring texts as one, as they are in a page that was read from HTML. */
function contentOf(children: readonly Child[]): ElementContent[] {
  const content: ElementContent[] = [];
  for (const child of children) {
    const last = content.at(-1);
    if (child === false || child === undefined || child === '') continue;
    if (typeof child !== 'string') content.push(child);
    else if (last?.type === 'text') last.value += child;
    else content.push({ type: 'text', value: child });
  }
  return content;
}
