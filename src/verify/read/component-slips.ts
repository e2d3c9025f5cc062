import type { Node, Parent, Root } from 'mdast';
import type { Diagnostic } from '../../core/diagnostic.ts';
import type { SourceText } from '../../core/source-text.ts';
import { attributeOf, type Element, isElement } from '../../examples/lesson-elements.ts';
import { positionOf } from '../../examples/position-of.ts';

/** The components that show nothing of their own, and say elsewhere nothing of it when they are empty. */
const holders = /^(?:Opening|Checkpoint|Hint|Solution|Note|Aloud|Term|Answer|DerivativeRules)$/;

/** Components without content or with the title of another one, links in links, and headings in components. */
export function findComponentSlips(tree: Root, source: SourceText): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  // Where a page is no MDX, its faulty paragraphs are not in the tree.
  const isBlanked = (node: Node) => {
    const { start, end } = positionOf(node as never);
    const shown = source.text.slice(start.offset, end.offset).replace(/\{\/\*[\s\S]*?\*\/\}/g, '');
    return !/(?:\/>|>\s*<\/\w+>)$/.test(shown);
  };
  const visit = (node: Node, within: { readonly link?: string; readonly component?: string }) => {
    const report = (rule: string, message: string, hint: string) => {
      const place = source.placeAt(positionOf(node as never).start.offset);
      diagnostics.push({ rule, place, message, hint });
    };
    const component = isElement(node) && /^[A-Z]/.test(node.name ?? '') ? `\`<${node.name}>\`` : undefined;
    const isTerm = component === '`<Term>`';
    if (component && holders.test(component.slice(2, -2)) && isEmpty(node as Parent) && !isBlanked(node))
      report('element/empty', `This ${component} is empty.`, 'Write its content between its tags, or take it out.');
    if (within.link !== undefined && (isTerm || node.type === 'link')) {
      const what = isTerm ? component : 'link';
      report('link/nested', `This ${what} is in ${within.link}, which is a link itself.`, 'Move it into a sentence.');
    }
    if (within.component !== undefined && node.type === 'heading') {
      const hint = 'Move it out of the component, or write its words in bold.';
      report('link/heading', `This heading is in a ${within.component}: headings divide the page itself.`, hint);
    }
    if (!('children' in node)) return;
    const link = isTerm ? 'a `<Term>`' : node.type === 'link' ? 'a link' : node.type === 'heading' ? 'a heading' : '';
    const inside = { ...within, ...(component && { component }), ...(link && { link }) };
    for (const child of (node as Parent).children) visit(child, inside);
  };
  visit(tree, {});
  diagnostics.push(...findTwins(tree, source));
  return diagnostics;
}

/** Hints, choices and others that a reader, or the page itself, cannot tell from one before: by title, name or label. */
function findTwins(tree: Root, source: SourceText): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const ofPage = new Map<string, number>();
  const visit = (node: Node, seen: Map<string, number>) => {
    const own = isElement(node) ? toTellApart(node, source) : undefined;
    const known = isElement(node) && node.name === 'Note' ? ofPage : seen;
    if (own !== undefined && isElement(node)) {
      const place = source.placeAt(positionOf(node).start.offset);
      const key = `${node.name} ${own.toLowerCase()}`;
      const message = `This \`<${node.name}>\` says “${own}”, as the one in line ${known.get(key)}.`;
      if (known.has(key)) diagnostics.push({ rule: 'element/twin', place, message, hint: 'Give it other words.' });
      else known.set(key, place.line);
    }
    if (!('children' in node)) return;
    const inside = isElement(node) ? new Map<string, number>() : seen;
    for (const child of (node as Parent).children) visit(child, inside);
  };
  visit(tree, new Map());
  return diagnostics;
}

function toTellApart(element: Element, source: SourceText): string | undefined {
  const key = { Hint: 'title', Note: 'title', Survivor: 'of', Remark: 'of' }[element.name ?? ''];
  if (key !== undefined) return attributeOf(element, key);
  // The choices of a program are its lines.
  if (element.name !== 'Choice' || attributeOf(element, 'line') !== undefined) return undefined;
  const label = element.children[0];
  return label && source.text.slice(positionOf(label).start.offset, positionOf(label).end.offset);
}

/** Whether nothing of it is seen: blanks and comments. */
function isEmpty({ children }: Parent): boolean {
  return children.every((child) => {
    if (child.type === 'text') return child.value.trim() === '';
    if (/^mdx(?:Flow|Text)Expression$/.test(child.type)) return true;
    return child.type === 'paragraph' && isEmpty(child);
  });
}
