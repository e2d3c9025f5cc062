import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';

/** A line with more columns than this may be wider than a phone. */
const narrowestColumns = 30;

const labels: Readonly<Record<string, string>> = { python: 'Python', output: 'Output' };

/** Makes code that may scroll sideways focusable by keyboard, and gives code and output their own classes. */
export function rehypeCodeBlocks() {
  return (tree: Root): void => {
    visit(tree, 'element', (node) => {
      const code = node.children[0];
      if (node.tagName !== 'pre' || code?.type !== 'element' || code.tagName !== 'code') return;
      const language = languageOf(node, code);
      const text = textOf(code);
      const scrolls = text.split('\n').some((line) => line.length > narrowestColumns);
      node.properties = {
        className: ['code', language === 'output' ? 'code-output' : 'code-source'],
        translate: 'no',
        ...(scrolls && { tabIndex: 0, role: 'group', ariaLabel: labels[language] ?? 'Code' }),
      };
      // `samp` is the HTML element for the output of a program.
      if (language === 'output') code.tagName = 'samp';
      delete code.properties['className'];
      trimEnd(code);
    });
  };
}

function languageOf(pre: Element, code: Element): string {
  const named = pre.properties['dataLanguage'];
  if (typeof named === 'string') return named;
  const classes = code.properties['className'];
  const marked = Array.isArray(classes) ? classes.find((name) => String(name).startsWith('language-')) : undefined;
  return String(marked ?? '').replace('language-', '');
}

function textOf(element: Element): string {
  return element.children
    .map((child) => (child.type === 'text' ? child.value : child.type === 'element' ? textOf(child) : ''))
    .join('');
}

/** Removes the line end that Markdown puts after every block: it would be selected, copied and read aloud. */
function trimEnd(code: Element): void {
  const last = code.children.at(-1);
  if (last?.type === 'text') last.value = last.value.replace(/\n$/, '');
}
