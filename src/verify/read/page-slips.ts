import type { Heading, Node, Parent, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { Diagnostic } from '../../core/diagnostic.ts';
import type { SourceText } from '../../core/source-text.ts';
import { isElement } from '../../examples/lesson-elements.ts';
import { positionOf } from '../../examples/position-of.ts';

/**
 * The mistakes of a page of the site that are no mistakes of MDX, and show otherwise than they were meant: code in braces,
 * a dollar or a bracket without its partner, links and headings of which nothing is seen, and headings out of order.
 */
export function findSlips(tree: Root, source: SourceText): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const report = (node: Node, said: Said, ahead = 0) => {
    const place = source.placeAt(positionOf(node as never).start.offset + ahead);
    diagnostics.push({ place, ...said });
  };
  const headings = new Headings();
  const visit = (node: Node) => {
    if (!node.position) return;
    const written = source.text.slice(node.position.start.offset, node.position.end.offset);
    const said = headings.of(node) ?? slipOf(node, written);
    if (said) report(node, said);
    if (node.type === 'text') for (const [ahead, one] of slipsInText(written)) report(node, one, ahead);
    if ('children' in node) for (const child of (node as Parent).children) visit(child);
  };
  for (const child of tree.children) visit(child);
  return diagnostics;
}

type Said = Pick<Diagnostic, 'rule' | 'message' | 'hint'>;

/** Looks at one heading after the other. */
class Headings {
  #depth = 1;
  readonly #texts = new Set<string>();

  of(node: Node): Said | undefined {
    if (node.type !== 'heading') return undefined;
    const { depth } = node as Heading;
    const text = textOf(node).trim();
    const [before, isRepeated] = [this.#depth, this.#texts.has(text)];
    this.#depth = depth;
    this.#texts.add(text);
    const rule = 'link/heading';
    if (text === '') return { rule, message: 'This heading has no words.', hint: 'Write them after the `#`.' };
    if (depth > before + 1) {
      const hint = `Begin it with \`${'#'.repeat(before + 1)}\`.`;
      return { rule, message: `A heading of level ${depth} follows one of level ${before}.`, hint };
    }
    if (!isRepeated) return undefined;
    const hint = 'Give it other words: links lead to a heading by its words.';
    return { rule, message: `Two headings of this page are called “${text}”.`, hint };
  }
}

const asText = 'Write `\\{` for a brace in a sentence, or put it in `code` or in $mathematics$.';

function slipOf(node: Node, written: string): Said | undefined {
  if (node.type === 'mdxjsEsm') {
    const hint = 'All components are there without it. Begin a sentence with another word.';
    return { rule: 'element/code', message: 'A lesson has no `import` and no `export`.', hint };
  }
  if (/^mdx(?:Flow|Text)Expression$/.test(node.type) && !/^\{\s*(?:\/\*[\s\S]*?\*\/\s*)*\}$/.test(written)) {
    return { rule: 'element/code', message: `\`${written}\` is code: the page would show its value.`, hint: asText };
  }
  if (isElement(node) && /^(?:img|a|h[1-6])$/.test(node.name ?? '')) {
    const hint = 'Write `![what it shows](address)`, `[text](address)`, or `## Words`.';
    return { rule: 'element/unknown', message: `\`<${node.name}>\` is HTML, of which nothing is checked.`, hint };
  }
  if (node.type === 'link' && !('url' in node && node.url)) {
    return { rule: 'link/empty', message: 'This link has no address.', hint: 'Write `[text](/guide/derivatives/)`.' };
  }
  if (node.type === 'link' && textOf(node).trim() === '') {
    return { rule: 'link/empty', message: 'This link has no words.', hint: 'Write `[text](/guide/derivatives/)`.' };
  }
  if (node.type === 'math' && !/\n[ \t>]*\$\$+[ \t]*$/.test(written)) {
    const hint = 'Close it with a line of `$$`.';
    return { rule: 'formula/open', message: 'This formula is never closed: all that follows belongs to it.', hint };
  }
  return undefined;
}

/** The slips in a piece of plain text as it is written, with their offsets. */
function slipsInText(written: string): [number, Said][] {
  const plain = written.replace(/\\[\s\S]/g, '  ');
  const dollars = [...plain.matchAll(/\$/g)].map(({ index }): [number, Said] => {
    const hint = 'Write `\\$` for the sign of a currency, or the other `$` of the formula.';
    return [index, { rule: 'formula/open', message: 'This `$` has no partner.', hint }];
  });
  const brackets = [...plain.matchAll(/\[\^[^\]\s]+\]|\[[^\]]+\]\[([^\]]*)\]/g)].map(
    ({ 0: all, index }): [number, Said] => {
      const hint = 'Write `[text](address)`, or put it in `code`.';
      return [index, { rule: 'link/undefined', message: `\`${all}\` leads nowhere: it is not defined.`, hint }];
    },
  );
  return [...dollars, ...brackets];
}
