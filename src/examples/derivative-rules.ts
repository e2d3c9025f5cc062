import type { InlineCode, Node, Parent, Table, TableRow } from 'mdast';
import type { Diagnostic } from '../core/diagnostic.ts';
import type { Place } from '../core/place.ts';
import type { Element } from './lesson-elements.ts';

/** A row of a table of derivatives, as Python expressions in `x`. */
export interface DerivativeRule {
  readonly function: string;
  readonly derivative: string;
  /** The derivative's cell. */
  readonly place: Place;
}

export interface ExtractedRules {
  readonly rules: readonly DerivativeRule[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The rules in a `<DerivativeRules>` table: the first two pieces of `code` of each row are a function and its
 * derivative. A row with fewer is reported, since it cannot be checked.
 */
export function extractRules(element: Element, place: (node: Node) => Place): ExtractedRules {
  const tables = element.children.filter((child): child is Table => child.type === 'table');
  const rows = tables.flatMap((table) => table.children.slice(1));
  const diagnostics: Diagnostic[] = [];
  const hint = 'Write both as code: an expression in `x` for the function, and one for its derivative.';
  if (rows.length === 0) {
    const message = 'There is no table of rules to check here.';
    diagnostics.push({ rule: 'rule/missing', place: place(element), message, hint });
  }
  const rules = rows.flatMap((row): DerivativeRule[] => {
    const [first, second] = codeIn(row);
    if (first && second) return [{ function: first.value, derivative: second.value, place: place(second) }];
    diagnostics.push({ rule: 'rule/code', place: place(row), message: 'This rule cannot be checked.', hint });
    return [];
  });
  return { rules, diagnostics };
}

function codeIn(node: TableRow | Parent | Node): InlineCode[] {
  if (node.type === 'inlineCode') return [node as InlineCode];
  return 'children' in node ? (node.children as Node[]).flatMap(codeIn) : [];
}
