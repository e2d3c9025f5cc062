import type { Element, ElementContent, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { hasPlaceholder, textsOfPlaceholders } from '../examples/compare/placeholders.ts';

const placeholder = /⟪([^⟪⟫\n]*)⟫/g;

/**
 * Shows the actual output in place of each placeholder of an expected output, marked as different from machine to
 * machine. Without a run, the name of the placeholder is shown: `NumPy version`.
 */
export function rehypeVarying() {
  return (tree: Root): void => {
    visit(tree, { type: 'element', tagName: 'code' }, (node) => {
      const cameOut = node.properties['dataCameOut'];
      delete node.properties['dataCameOut'];
      const [text] = node.children;
      if (text?.type !== 'text' || !isOutput(node) || !hasPlaceholder(text.value)) return;
      const actual = typeof cameOut === 'string' ? cameOut.split('\n') : [];
      node.children = text.value
        .split('\n')
        .flatMap((line, i) => [...(i > 0 ? [plain('\n')] : []), ...showLine(line, actual[i])]);
    });
  };
}

function isOutput({ properties }: Element): boolean {
  const classes = properties['className'];
  return Array.isArray(classes) && classes.includes('language-output');
}

/** The text of the line, with the actual output in place of each placeholder. */
function showLine(line: string, actual: string | undefined): ElementContent[] {
  const texts = actual === undefined ? [] : textsOfPlaceholders(line, actual);
  const shown: ElementContent[] = [];
  let end = 0;
  for (const [i, match] of [...line.matchAll(placeholder)].entries()) {
    const [whole, type = ''] = match;
    shown.push(plain(line.slice(end, match.index)), varying(texts[i] ?? type, type));
    end = match.index + whole.length;
  }
  return [...shown, plain(line.slice(end))].filter((part) => part.type !== 'text' || part.value !== '');
}

function plain(value: string): ElementContent {
  return { type: 'text', value };
}

function varying(text: string, type: string): ElementContent {
  const properties = { className: ['varies'], title: 'differs from machine to machine', dataPlaceholder: type };
  return { type: 'element', tagName: 'span', properties, children: [plain(text)] };
}
