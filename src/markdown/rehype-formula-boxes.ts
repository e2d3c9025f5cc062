import type { Element, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { visit } from 'unist-util-visit';
import { formulaLook } from './typeset/formula-look.ts';
import { leanFormula } from './typeset/lean-formula.ts';

/**
 * Puts each formula that `rehype-katex` has set into a box: a wide display scrolls inside it and can be reached with the
 * keyboard, a short formula in a sentence is not broken. The formula becomes one string of HTML, since MDX would make a
 * call for each of its hundred elements.
 */
export function rehypeFormulaBoxes() {
  return (tree: Root): void => {
    visit(tree, 'element', (node, index, parent) => {
      const isDisplay = hasClass(node, 'katex-display');
      if (!parent || index === undefined || !(isDisplay || hasClass(node, 'katex'))) return;
      const formula = formulaBox(toHtml(leanFormula(node)), isDisplay);
      parent.children[index] = isDisplay ? displayBlock(formula) : formula;
      return 'skip';
    });
  };
}

function formulaBox(html: string, isDisplay: boolean): Element {
  const { classes, scrolls } = formulaLook(html, isDisplay ? 'display' : 'inline');
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

function displayBlock(formula: Element): Element {
  return { type: 'element', tagName: 'div', properties: { className: ['display'] }, children: [formula] };
}

function hasClass({ properties }: Element, name: string): boolean {
  const classes = properties['className'];
  return Array.isArray(classes) && classes.includes(name);
}
