import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { applyEdits, type Edit, newOutputEdit, outputEdits, valueEdit } from '../examples/splice.ts';
import { replaceFile } from './file-store.ts';
import type { JudgedFile } from './judge-file.ts';

/** What was mended in one file, or why it was not. */
export interface Mended {
  readonly file: string;
  readonly outputs: number;
  readonly values: number;
  /** Present when nothing was written. */
  readonly problem?: string;
}

/**
 * Writes what came out into the expected outputs and the prose values that are stale, and adds the output fences that
 * are missing; every other byte stays. What timed out, raised, or differs between engines is not written.
 */
export function updateFile({ lesson, examples, values }: JudgedFile, cwd: string): Mended {
  const { file, text } = lesson;
  const outputs = examples.flatMap(({ subject, verdict, text: printed }): Edit[][] => {
    if (printed === undefined || (verdict !== 'stale' && verdict !== 'unpinned')) return [];
    return [subject.output ? outputEdits(subject.output, printed, text) : [newOutputEdit(subject, printed, text)]];
  });
  const sentences = values.flatMap(({ subject, verdict, text: printed }) =>
    verdict === 'stale' && printed !== undefined ? [valueEdit(subject, printed)] : [],
  );
  const mended = { file, outputs: outputs.length, values: sentences.length };
  const edits = [...outputs.flat(), ...sentences];
  if (edits.length === 0) return mended;
  const problem = write(join(cwd, file), text, applyEdits(text, edits));
  return problem === undefined ? mended : { file, outputs: 0, values: 0, problem };
}

function write(path: string, before: string, after: string): string | undefined {
  const { mode } = statSync(path);
  if ((mode & 0o222) === 0) return 'The file is read-only. Make it writable and run this again.';
  if (readFileSync(path, 'utf8') !== before) return 'The file has changed since it was read. Run this again.';
  replaceFile(path, after, mode);
  return undefined;
}
