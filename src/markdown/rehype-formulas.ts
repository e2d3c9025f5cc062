import type { Element, Root } from 'hast';
import type { ParseError } from 'katex';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { type FormulaKind, setFormula } from './typeset/set-formula.ts';

/**
 * Sets the formulas that remark-math marked, as HTML for the eye and MathML for everybody else. Formulas that KaTeX
 * does not accept are all reported in one error, each with its place.
 */
export function rehypeFormulas() {
  return (tree: Root, file: VFile): void => {
    const problems: string[] = [];
    visit(tree, 'element', (node, index, parent) => {
      const kind = formulaKind(node);
      if (!kind || !parent || index === undefined) return;
      const formula = textOf(node);
      try {
        Object.assign(node, formulaElement(formula, kind));
      } catch (error) {
        problems.push(`${placeOf(node.position ?? parent.position, file)}: ${reason(error)}\n    ${formula.trim()}`);
      }
      return 'skip';
    });
    unwrapDisplays(tree);
    if (problems.length > 0) file.fail(`A formula cannot be set.\n${problems.join('\n')}`);
  };
}

function formulaKind({ tagName, properties }: Element): FormulaKind | undefined {
  const classes = Array.isArray(properties['className']) ? properties['className'] : [];
  if (tagName !== 'code' || !classes.includes('language-math')) return undefined;
  return classes.includes('math-display') ? 'display' : 'inline';
}

function textOf({ children }: Element): string {
  return children.map((child) => (child.type === 'text' ? child.value : '')).join('');
}

function formulaElement(formula: string, kind: FormulaKind): Element {
  const { html, classes, scrolls } = setFormula(formula, kind);
  return {
    type: 'element',
    tagName: 'span',
    properties: {
      className: [...classes],
      translate: 'no',
      ...(scrolls && { tabIndex: 0, role: 'group', ariaLabel: 'Formula' }),
      'set:html': html,
    },
    children: [],
  };
}

/** `pre > formula` becomes `div > formula`: a formula is not preformatted text. */
function unwrapDisplays(tree: Root): void {
  visit(tree, 'element', (node) => {
    const [child] = node.children;
    const classes = child?.type === 'element' ? child.properties['className'] : undefined;
    if (node.tagName !== 'pre' || !Array.isArray(classes) || !classes.includes('formula-display')) return;
    node.tagName = 'div';
    node.properties = { className: ['display'] };
  });
}

function reason(error: unknown): string {
  const { message, rawMessage } = error as Partial<ParseError>;
  return rawMessage ?? message ?? String(error);
}

/** A fence of mathematics is a `code` in a `pre`, of which only the `pre` knows its place. */
function placeOf(position: Element['position'], file: VFile): string {
  return position ? `${file.path}:${position.start.line}:${position.start.column}` : file.path;
}
