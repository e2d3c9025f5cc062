import type { FormulaTree, Statement } from './formula-tree.ts';

/** Whether a formula is about successive steps of a run: it has a `\leftarrow`, or an index such as `k+1`. */
export function isAboutSteps(statements: readonly Statement[]): boolean {
  return statements.some(
    ({ relations, sides }) => relations.includes('←') || sides.some(({ tree }) => hasNextIndex(tree)),
  );
}

function hasNextIndex(tree: FormulaTree): boolean {
  if (tree[0] === 'index' && tree[2][0] === 'add') return true;
  return tree.some((part) => Array.isArray(part) && isTree(part) && hasNextIndex(part)) || tree.some(hasNested);
}

function hasNested(part: unknown): boolean {
  return Array.isArray(part) && part.some((one) => Array.isArray(one) && isTree(one) && hasNextIndex(one));
}

function isTree(part: readonly unknown[]): part is FormulaTree {
  return typeof part[0] === 'string';
}
