import { linesOf } from './compare.ts';

/**
 * Whether two outputs of some code differ in a line that is the same at every run: its `print` uses nothing that changes from
 * run to run. That can be told where each line is printed by a statement of its own, outside of loops and functions, and where
 * nothing at all is printed that changes.
 *
 * @param changes whether a statement has a value that changes from run to run
 */
export function differsInSteadyLine(
  code: string,
  [shown, printed]: readonly [string, string],
  changes: (statement: string) => boolean,
): boolean {
  const [wanted, found] = [linesOf(shown), linesOf(printed)];
  const prints = printedSteadily(statementsOf(code), changes);
  if (prints === 'all') return true;
  if (prints?.length !== found.length || wanted.length !== found.length) return false;
  return prints.some((isSteady, i) => isSteady && wanted[i]?.trimEnd() !== found[i]?.trimEnd());
}

/** The statements at the margin, each with the lines that belong to it. */
function statementsOf(code: string): string[] {
  return code.split(/\n(?=[^\s)\]}#])/).map((statement) => statement.replace(/(?:^|\s)#.*$/gm, ''));
}

/** For each call of `print` whether what it prints is the same at every run, or that all is; `undefined` where it cannot be told. */
function printedSteadily(
  statements: readonly string[],
  changes: (statement: string) => boolean,
): boolean[] | 'all' | undefined {
  const steady: boolean[] = [];
  let isCounted = true;
  const changing = new Set<string>();
  for (const statement of statements) {
    // It may name what changes, and does not call it.
    if (/^(?:import|from)\b/.test(statement)) continue;
    const isChanging = changes(statement) || (statement.match(/\w+/g) ?? []).some((word) => changing.has(word));
    const names = /^(\w+(?:\s*,\s*\w+)*)\s*=(?!=)/.exec(statement)?.[1]?.split(/\s*,\s*/);
    if (/^print\(/.test(statement)) steady.push(!isChanging);
    else if (/\bprint\(/.test(statement) && !isChanging) isCounted = false;
    else if (isChanging && !names) return undefined;
    else if (isChanging) for (const name of names ?? []) changing.add(name);
  }
  if (steady.every(Boolean)) return 'all';
  return isCounted ? steady : undefined;
}
