import type { Node } from 'mdast';
import type { Diagnostic } from '../core/diagnostic.ts';
import type { Place } from '../core/place.ts';
import type { SourceText } from '../core/source-text.ts';
import type { Span } from './example.ts';
import { type Binding, readWhere } from './formula-where.ts';
import { attributeOf, type Element } from './lesson-elements.ts';
import { positionOf } from './position-of.ts';

/** A formula that must agree with the run of an example: `<Formula of="nudge" where="f; x any">$f'(x) = 2x$</Formula>`. */
export interface FormulaClaim {
  /** The id of the example; `undefined` for a formula that no run can show. */
  readonly of: string | undefined;
  /** Why no run can show it. */
  readonly untied?: string;
  /** The function of the example whose steps the formula is about; without it, the lines of the example itself. */
  readonly in?: string;
  /** The name that gets what that function returns. */
  readonly returns?: string;
  /** The meaning of each name of the formula in the example. */
  readonly where: readonly Binding[];
  readonly tex: string;
  /** The first character of the formula. */
  readonly place: Place;
  /** The formula with its dollars. */
  readonly span: Span;
}

/** The place in the file of each character of the TeX, from its offset in the TeX. */
export function placeInFormula({ tex, place, span }: FormulaClaim, source: SourceText, offset: number): Place {
  const text = source.text.slice(span.start, span.end);
  const begin = /^\$+/.exec(text)?.[0].length ?? 0;
  // In a list or a quote the lines of the formula are indented in the file, and not in the TeX.
  const before = tex.slice(0, offset).split('\n');
  const lines = text.slice(begin).split('\n');
  const first = lines[0]?.trim() === '' ? 1 : 0;
  const row = before.length - 1 + first;
  const line = lines[row] ?? '';
  const own = tex.split('\n')[before.length - 1] ?? '';
  const column = Math.max(0, line.indexOf(own)) + (before.at(-1)?.length ?? 0);
  return { file: place.file, line: place.line + row, column: row === 0 ? place.column + begin + column : column + 1 };
}

interface ReadFormulaClaim {
  readonly claim?: FormulaClaim;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a `<Formula>`. @param place of the element, for the diagnostics */
export function readFormulaClaim(element: Element, place: Place, source: SourceText): ReadFormulaClaim {
  const fail = (message: string, hint: string): ReadFormulaClaim => ({
    diagnostics: [{ rule: 'formula/claim', place, message, hint }],
  });
  const found = formulaIn(element);
  if (!found)
    return fail('A `<Formula>` holds one formula.', 'Put `$…$` between its tags, or `$$` on lines of their own.');
  const [of, untied, name, returns, where = ''] = ['of', 'untied', 'in', 'returns', 'where'].map((key) =>
    attributeOf(element, key),
  );
  if ((of === undefined) === (untied === undefined)) {
    return fail(
      'A `<Formula>` names an example in `of`, or says in `untied` why no run can show it.',
      'Write `<Formula of="example" where="f; x any">`, or `<Formula untied="reason">`.',
    );
  }
  if (untied !== undefined && !/\S\s+\S/.test(untied))
    return fail('`untied` needs a reason.', 'Say it in a few words.');
  const { start, end } = positionOf(found);
  const { bindings, problems } = readWhere(where);
  return {
    claim: {
      of,
      ...(untied !== undefined && { untied }),
      ...(name !== undefined && { in: name }),
      ...(returns !== undefined && { returns }),
      where: bindings,
      tex: found.value,
      place: source.placeAt(start.offset),
      span: { start: start.offset, end: end.offset },
    },
    diagnostics: problems.map(({ message, hint }) => ({ rule: 'formula/where', place, message, hint })),
  };
}

interface MathNode extends Node {
  readonly value: string;
}

/** The one formula inside, if there is nothing else. */
function formulaIn({ children }: Element): MathNode | undefined {
  const [inner] = children;
  const inside = inner?.type === 'paragraph' ? inner.children : children;
  const all = inside.filter((node) => node.type !== 'text' || node.value.trim() !== '') as Node[];
  const [only] = all;
  return all.length === 1 && only && isFormula(only) ? only : undefined;
}

export function isFormula(node: Node): node is MathNode {
  return node.type === 'math' || node.type === 'inlineMath';
}

const relation = /=|\\approx|\\leftarrow|\\in(?![a-z])/;
const claims =
  /\\[dt]?frac\s*\{\s*(?:d\s*[a-zA-Z\\(]|\\partial)|\\partial|\\nabla|\\leftarrow|'|\\prime|_\{?\w+\s*\+\s*1\}?|\\in\s*\\mathbb\s*\{?R/;

/** Whether a formula states a derivative, a gradient, an update rule or a shape. */
export function statesClaim(tex: string): boolean {
  const bare = tex.replace(/\\text\s*\{[^{}]*\}/g, '');
  return relation.test(bare) && bare.trim() !== '\\leftarrow' && claims.test(bare);
}
