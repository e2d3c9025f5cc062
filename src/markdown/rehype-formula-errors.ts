import type { Element, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import type { ParseError } from 'katex';
import type { Point } from 'unist';
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';

export interface RehypeFormulaErrorsOptions {
  /** From the path that the file was given to the path that errors show. */
  readonly fileName: (path: string) => string;
}

/**
 * Fails with all formulas that `rehype-katex` could not set: each with its place, the reason and the formula. On its
 * own, `rehype-katex` only adds messages to the file, and the page shows the source of the formula.
 */
export function rehypeFormulaErrors({ fileName }: RehypeFormulaErrorsOptions) {
  return (_tree: Root, file: VFile): void => {
    const problems = file.messages.filter(({ source }) => source === 'rehype-katex');
    if (problems.length === 0) return;
    const name = fileName(file.path);
    const title = problems.length === 1 ? 'A formula cannot be set.' : `${problems.length} formulas cannot be set.`;
    const lines = problems.map((problem) => describe(problem, name));
    const hint = 'Correct the LaTeX; KaTeX lists the commands that it supports at https://katex.org/docs/supported.';
    file.fail([title, ...lines, hint].join('\n'), { place: placeOf(problems[0]) });
  };
}

function describe(problem: VFileMessage, name: string): string {
  const { message, rawMessage } = problem.cause as ParseError;
  const start = placeOf(problem);
  const place = start ? `${name}:${start.line}:${start.column}` : name;
  return `${place}: ${rawMessage ?? message}\n    ${textOf(problem.ancestors?.at(-1) as Element).trim()}`;
}

/** The start of a formula. A display is a `code` in a `pre`, of which only the `pre` has a place. */
function placeOf(problem: VFileMessage | undefined): Point | undefined {
  return problem?.ancestors?.findLast(({ position }) => position)?.position?.start;
}
