import type { LessonCell } from './lesson-cells.ts';

/**
 * A lesson as a Python script whose cells editors know: text in comments, programs as they are. Programs that end with an
 * exception, and starters of exercises, are comments, so that the script runs to its end.
 */
export function lessonScript(cells: readonly LessonCell[]): string {
  return cells
    .map((cell) => (cell.kind === 'text' ? `# %% [markdown]\n${comment(cell.text)}` : program(cell)))
    .join('\n');
}

function program({ code, raises, isStarter }: Extract<LessonCell, { kind: 'code' }>): string {
  if (isStarter) return `# %%\n# Your turn:\n${comment(code)}`;
  if (raises !== undefined) return `# %%\n# This program ends with ${raises}:\n${comment(code)}`;
  return `# %%\n${code}`;
}

function comment(text: string): string {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => `${`# ${line}`.trimEnd()}\n`)
    .join('');
}
