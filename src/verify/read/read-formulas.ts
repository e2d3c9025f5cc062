import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Diagnostic } from '../../core/diagnostic.ts';
import type { SourceText } from '../../core/source-text.ts';
import { type FormulaClaim, isFormula, placeInFormula, statesClaim } from '../../examples/formula-claim.ts';
import { positionOf } from '../../examples/position-of.ts';
import { FormulaError, type Statement } from '../../formulas/formula-tree.ts';
import { readFormula } from '../../formulas/read-formula.ts';

/** The statements of each formula; a formula that cannot be read is reported at the place in it. */
export function readFormulas(claims: readonly FormulaClaim[], source: SourceText) {
  const diagnostics: Diagnostic[] = [];
  const statements = claims.map((claim): readonly Statement[] => {
    if (claim.of === undefined) return [];
    try {
      return readFormula(claim.tex);
    } catch (error) {
      if (!(error instanceof FormulaError)) throw error;
      const place = placeInFormula(claim, source, error.offset);
      const hint = 'Write it so that it can be evaluated, or say in `untied="…"` why no run can show it.';
      diagnostics.push({ rule: 'formula/tex', place, message: `${error.message}.`, hint });
      return [];
    }
  });
  return { statements, diagnostics };
}

/** The formulas of a page that state a derivative, a gradient, an update rule or a shape, and are in no `<Formula>`. */
export function untiedFormulas(tree: Root, file: string, claims: readonly FormulaClaim[]): Diagnostic[] {
  const tied = new Set(claims.map(({ span }) => span.start));
  const diagnostics: Diagnostic[] = [];
  visit(tree, (node) => {
    if (!isFormula(node) || !statesClaim(node.value)) return;
    const { line, column, offset } = positionOf(node).start;
    if (tied.has(offset)) return;
    diagnostics.push({
      rule: 'formula/untied',
      place: { file, line, column },
      message: `The formula \`${node.value.replace(/\s+/g, ' ')}\` is tied to no example.`,
      hint: 'Write `<Formula of="example" where="…">` around it, or `<Formula untied="…">` with the reason why no run can show it.',
    });
  });
  return diagnostics;
}
