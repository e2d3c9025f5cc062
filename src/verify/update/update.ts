import { realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { formatPlace } from '../../core/place.ts';
import { leavesOut } from '../../examples/compare/left-out.ts';
import { unknownPlaceholders } from '../../examples/compare/placeholders.ts';
import type { Example, Fence } from '../../examples/example.ts';
import type { Dialect } from '../../examples/extract/pair-outputs.ts';
import { readSource } from '../files/read-source.ts';
import { HardLinkError, replaceFile } from '../files/replace-file.ts';
import { removeLeftovers } from '../files/temporary-files.ts';
import { readCellText } from '../judge/judge-notebook.ts';
import { howToMark, shownFor } from '../judge/judge-printed.ts';
import type { Judged, JudgedFile } from '../judge/judged-file.ts';
import { notebookEdits } from './notebook-edits.ts';
import { applyEdits, type Edit, newOutputEdit, outputEdits, valueEdit } from './splice.ts';

/** The changes made in one file, or the reason why there are none. */
export interface Updated {
  readonly file: string;
  readonly outputs: number;
  readonly values: number;
  /** Present when nothing was written. */
  readonly problem?: string;
  /** Decisions for the author, each with its place. */
  readonly questions: readonly string[];
}

/**
 * Writes the results into the expected outputs and the prose values that are stale, and adds the missing output fences;
 * every other byte stays. The results of examples that timed out, raised, or differ between engines are not written. If
 * a plain fence that may be the output follows, no fence is added, and the author has to mark the plain one.
 */
export function updateFile(judged: JudgedFile, cwd: string): Updated {
  const { file, text, mark } = judged.lesson;
  const { edits, ...updated } = planUpdate(judged);
  const path = join(cwd, file);
  if (edits.length === 0) {
    tidy(path);
    return updated;
  }
  const problem = write({ path, file, cwd }, mark + text, mark + applyEdits(text, edits));
  return problem === undefined ? updated : { ...updated, outputs: 0, values: 0, problem };
}

/** The edits that update a file, without making them. */
export function planUpdate({ lesson, examples, values }: JudgedFile): Updated & { readonly edits: readonly Edit[] } {
  const { file, text } = lesson;
  const changed = examples.filter(
    ({ verdict, text: printed }) => printed !== undefined && (verdict === 'stale' || verdict === 'unpinned'),
  );
  const inParts = examples.filter(
    ({ subject, verdict, findings }) => subject.more && verdict === 'stale' && findings.some((one) => !one.severity),
  );
  const unclear = changed.filter(({ subject }) => !subject.output && subject.unmarked);
  const questions = [
    ...unclear.map(({ subject }) => question(subject)),
    ...inParts.map(({ subject }) => refusal(subject, 'Its output is shown in several fences: correct it by hand.')),
  ];
  const outputs = changed
    .filter((one) => !unclear.includes(one))
    .flatMap((one) => {
      const found = editsOf(one, text, lesson.dialect);
      if (typeof found === 'string') questions.push(refusal(one.subject, found));
      return typeof found === 'string' ? [] : [found];
    });
  const sentences = values.flatMap(({ subject, verdict, text: printed }) =>
    verdict === 'stale' && printed !== undefined ? [valueEdit(subject, printed)] : [],
  );
  const edits = [...outputs.flat(), ...sentences];
  return { file, outputs: outputs.length, values: sentences.length, questions, edits };
}

/** The edits for an output, or why it cannot be written. */
function editsOf(
  { subject, text: printed = '' }: Judged<Example>,
  text: string,
  dialect: Dialect,
): readonly Edit[] | string {
  if (subject.notebook) {
    const edits = notebookEdits(text, subject.notebook.cell, readCellText(printed));
    return typeof edits === 'string' ? `${edits} Run it in Jupyter, and save the notebook.` : edits;
  }
  const { prompt, code } = subject;
  const output = shownFor(subject, printed);
  if (!prompt && mayBeUnclosed(output ?? code, text))
    return 'Its fence seems not to be closed where it should be: what follows would be lost.';
  if (!output) return [newOutputEdit(subject, printed, text)];
  if (unknownPlaceholders(output.text).length > 0) return 'Correct its placeholder first, which would be lost.';
  if (dialect === 'guide' && leavesOut(output.text, printed))
    return 'It leaves parts out, which would be written: correct it by hand.';
  if (prompt && !fitsSession(printed, output))
    return 'Its output has a line that would be read as a prompt, or as the end of it.';
  return outputEdits(output, printed, text);
}

/** Whether a fence ends with the file, or holds a line that opens another one: the end of such a fence was forgotten. */
function mayBeUnclosed({ span, content }: Fence, source: string): boolean {
  const [run = ''] = /^(?:`+|~+)/.exec(source.slice(span.start, content.start)) ?? [];
  const opening = new RegExp(`^[ \\t>]*${run}[\`~]*[ \\t]*[{\\p{L}]`, 'mu');
  const isOpen = !source.slice(content.end, span.end).includes(run);
  return isOpen || opening.test(source.slice(content.start, content.end));
}

/** Whether an output, below its statement, is read as it was printed: a session has no marks around it. */
function fitsSession(printed: string, { blankLine }: Fence): boolean {
  // Without a mark, the first blank line would be the end.
  if (blankLine === undefined ? /^\n/m.test(printed) : /^<BLANKLINE>$/m.test(printed)) return false;
  return !/^[ \t]*>>>(?: |$)|^[ \t]+$/m.test(printed) && !/^[ \t]*\.\.\.(?: |\n|$)/.test(printed);
}

function question({ code, unmarked }: Example): string {
  const how = unmarked ? ` If that is its output, ${howToMark(unmarked)}.` : '';
  return `${formatPlace(code.place)}: it prints, and line ${unmarked?.place.line} may show its output. Nothing was added.${how}`;
}

function refusal({ code, id }: Example, reason: string): string {
  return `${formatPlace(code.place)}: ${id} was not updated. ${reason}`;
}

/** Removes the temporary files of runs that were killed while they wrote this file. */
function tidy(path: string): void {
  const exists = statSync(path, { throwIfNoEntry: false }) !== undefined;
  if (exists) removeLeftovers(realpathSync(path));
}

/** A file, with its name in messages, and the folder of the guide. */
interface Named {
  readonly path: string;
  readonly file: string;
  readonly cwd: string;
}

/** Returns why the file could not be written, for the reader. */
function write({ path, file, cwd }: Named, before: string, after: string): string | undefined {
  const { mode } = statSync(path);
  if ((mode & 0o222) === 0) return 'The file is read-only. Make it writable and run this again.';
  const now = readSource(path, file);
  // Under another name of the same file it has been written already.
  if ('text' in now && now.mark + now.text === after) return undefined;
  if (!('text' in now) || now.mark + now.text !== before) {
    return 'The file has changed since it was read. Run this again.';
  }
  try {
    replaceFile(path, after, cwd);
    return undefined;
  } catch (error) {
    if (error instanceof HardLinkError) return error.message;
    if (!(error instanceof Error && 'code' in error)) throw error;
    return `The file could not be written (${error.code}). Make its folder writable.`;
  }
}
