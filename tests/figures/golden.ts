import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Compares a drawing with the accepted one, `golden/<name>.svg`. If they differ, the new one is kept under
 * `test-results/` and the error says how to accept it.
 */
export function expectGolden(name: string, svg: SVGSVGElement): void {
  const golden = `${root}tests/figures/golden/${name}.svg`;
  const actual = standAlone(svg);
  const accepted = existsSync(golden) ? readFileSync(golden, 'utf8') : undefined;
  if (accepted === actual) return;
  const kept = `${root}test-results/figures/${name}.svg`;
  mkdirSync(dirname(kept), { recursive: true });
  writeFileSync(kept, actual);
  const [from, to] = [kept, golden].map((path) => relative(root, path));
  const what =
    accepted === undefined ? 'has no accepted drawing yet' : `is not as in ${to}: ${firstDifference(accepted, actual)}`;
  throw new Error(`figure ${name} ${what}. Look at ${from}; to accept it: cp ${from} ${to}`);
}

/** One element a line, so that a change shows in a diff, and a namespace, so that the file opens in a browser. */
function standAlone(svg: SVGSVGElement): string {
  return `${svg.outerHTML.replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" ').replaceAll('><', '>\n<')}\n`;
}

function firstDifference(accepted: string, actual: string): string {
  const [before, after] = [accepted.split('\n'), actual.split('\n')];
  const line = after.findIndex((text, i) => text !== before[i]);
  return line < 0 ? 'it is shorter' : `line ${line + 1} is now ${after[line]?.slice(0, 120)}`;
}
