import { FormulaError, type FormulaTree, type Relation, type Side, type Statement } from './formula-tree.ts';
import { readExpression } from './read-expression.ts';
import { type TexItem, texItems } from './tex-items.ts';

const relationOf: Readonly<Record<string, Relation>> = {
  '=': '=',
  '\\approx': '≈',
  '\\leftarrow': '←',
  '\\in': '∈',
};

/**
 * The statements of a formula: each is two or more sides with relations between them. Wide spaces and the rows and columns
 * of `aligned` separate statements.
 *
 * @throws FormulaError where the formula states nothing, or has a part that cannot be evaluated
 */
export function readFormula(tex: string): Statement[] {
  const statements = separate(texItems(tex)).map((items) => readStatement(items, tex));
  if (statements.length === 0) throw new FormulaError('This formula states nothing', 0);
  return statements;
}

function separate(items: readonly TexItem[]): TexItem[][] {
  const parts: TexItem[][] = [[]];
  for (const item of items) {
    if (item.is === 'table' && item.text === 'aligned') parts.push(...pairsOf(item).flatMap(separate), []);
    else if (item.is === 'gap') parts.push([]);
    else parts.at(-1)?.push(item);
  }
  return parts.filter((part) => part.length > 0);
}

/** The cells of `aligned` two by two: the left side, and the relation with the right side. */
function pairsOf({ parts = [], columns = 1 }: TexItem): TexItem[][] {
  return parts.flatMap((cell, i) => ((i % columns) % 2 === 0 ? [[...cell, ...(parts[i + 1] ?? [])]] : []));
}

function readStatement(items: readonly TexItem[], tex: string): Statement {
  const ends = items.flatMap((item, i) => (item.is === 'relation' ? [i] : []));
  const relations = ends.map((i) => relationOf[items[i]?.text ?? '']);
  const [first] = items;
  if (relations.length === 0 || relations.includes(undefined)) {
    throw new FormulaError(
      'This formula states nothing: it has no =, \\approx, \\leftarrow or \\in',
      first?.start ?? 0,
    );
  }
  const cuts = [-1, ...ends, items.length];
  const sides = cuts.slice(1).map((end, i) => {
    const side = items.slice((cuts[i] ?? 0) + 1, end);
    return { tree: readSide(side, first?.start ?? 0), ...spanOf(side, tex) };
  });
  return { sides, relations: relations as Relation[] };
}

function readSide(all: readonly TexItem[], at: number): FormulaTree {
  const items = all.at(-1)?.is === 'comma' ? all.slice(0, -1) : all;
  if (items.length === 0) throw new FormulaError('One side of this statement is empty', at);
  return readExpression(items);
}

const boundary = /\\q{1,2}uad|&|\\\\(?![A-Za-z])|\\(?:begin|end)\{aligned\}|=|\\(?:approx|leftarrow|in)(?![A-Za-z])|$/g;

/** The part of the TeX from one relation, or other boundary of a side, to the next. */
function spanOf(items: readonly TexItem[], tex: string): Pick<Side, 'start' | 'end'> {
  const [from, to] = [items[0]?.start ?? 0, items.at(-1)?.end ?? 0];
  const boundaries = [...tex.matchAll(boundary)].map(({ index, 0: { length } }) => ({ index, end: index + length }));
  const before = boundaries.findLast(({ end, index }) => end <= from && end > index)?.end ?? 0;
  const after = boundaries.find(({ index }) => index >= Math.max(to, before))?.index ?? tex.length;
  const text = tex.slice(before, after);
  const start = before + (text.length - text.trimStart().length);
  return { start, end: start + text.trim().replace(/[\s.,]+$/, '').length };
}
