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
    if (!('children' in node)) return;
    for (const [part, one] of slipsOfParts(node as Parent)) report(part, one);
    for (const child of (node as Parent).children) visit(child);
  };
  for (const [part, one] of slipsOfParts(tree)) report(part, one);
  for (const child of tree.children) visit(child);
  return diagnostics;
}

type Said = Pick<Diagnostic, 'rule' | 'message' | 'hint'>;

/** Looks at one heading after the other. */
class Headings {
  #depth = 1;
  readonly #texts = new Set<string>();

  of(node: Node): Said | undefined {
    const isCheckpoint = isElement(node) && node.name === 'Checkpoint';
    if (node.type !== 'heading' && !isCheckpoint) return undefined;
    // A checkpoint shows its own heading.
    const [depth, text] = isCheckpoint ? [2, 'Checkpoint'] : [(node as Heading).depth, textOf(node).trim()];
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
    if (isCheckpoint) {
      const hint = 'Put both into the first one, or give the heading of that name other words.';
      return { rule: 'element/checkpoint', message: 'This page has a checkpoint already.', hint };
    }
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
  if (node.type === 'paragraph' && brokenTable.test(written)) {
    const hint = 'Give the line of dashes a `---` for each cell of the head.';
    return { rule: 'markdown/table', message: 'This is no table: its head and its dashes differ in cells.', hint };
  }
  if (isOpen(node, written)) {
    const hint = 'Close it with a line of `$$`.';
    return { rule: 'formula/unclosed', message: 'This formula is never closed: all that follows belongs to it.', hint };
  }
  return undefined;
}

/** Whether a formula on lines of its own lacks the last one, so that the rest of the page belongs to it. */
export function isOpenFormula(node: Node, { text }: SourceText): boolean {
  return isOpen(node, text.slice(node.position?.start.offset, node.position?.end.offset));
}

function isOpen({ type }: Node, written: string): boolean {
  return type === 'math' && !/\n[ \t>]*\$\$+[ \t]*$/.test(written);
}

/** A line of dashes below a line with bars, where no table was read. */
const brokenTable = /\|.*\n[ \t>]*(?:\|[ \t]*)?:?-{2,}:?[ \t]*(?:\|[-:| \t]*)?$/m;

/** The rows of a table that have another number of cells than its head, and openings out of their place. */
function* slipsOfParts(node: Parent): Generator<[Node, Said]> {
  const [head, ...rows] = node.type === 'table' ? (node.children as Parent[]) : [];
  for (const row of rows) {
    const [has, needs] = [row.children.length, head?.children.length];
    const hint = 'Begin and end each cell with a bar; write `\\|` for a bar inside one, in code too.';
    if (has !== needs)
      yield [
        row,
        { rule: 'markdown/table', message: `The cells of this row are ${has}, and those of the head ${needs}.`, hint },
      ];
  }
  if (node.type !== 'root') return;
  const shown = node.children.filter(({ type }) => type !== 'yaml' && type !== 'mdxFlowExpression');
  const openings = shown.filter((one) => isElement(one) && one.name === 'Opening');
  for (const one of openings.slice(1))
    yield [
      one,
      { rule: 'element/opening', message: 'A lesson has one opening.', hint: 'Put both into the first one.' },
    ];
  const hint = 'Move it to the top, directly below the front matter.';
  if (openings[0] && openings[0] !== shown[0])
    yield [openings[0], { rule: 'element/opening', message: 'The opening is the beginning of a lesson.', hint }];
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
