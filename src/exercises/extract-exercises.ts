import type { Code, Node, Root } from 'mdast';
import type { Diagnostic } from '../core/diagnostic.ts';
import type { Place } from '../core/place.ts';
import { type SourceText, sourceText } from '../core/source-text.ts';
import { readRole } from '../examples/exercise-role.ts';
import { parseInfoString } from '../examples/extract/info-string.ts';
import { readFence } from '../examples/extract/read-fence.ts';
import { type Element, isElement } from '../examples/lesson-elements.ts';
import type { Exercise } from './exercise.ts';
import { find, isCode, placeOf, type RoleFence } from './exercise-nodes.ts';
import { type ExercisePage, ExerciseReader } from './exercise-reader.ts';

export interface ExtractedExercises {
  readonly exercises: readonly Exercise[];
  /** Exercises that have no check yet. */
  readonly withoutCheck: readonly UncheckedExercise[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface UncheckedExercise {
  readonly number: string;
  readonly place: Place;
}

/** Finds the exercises of a parsed lesson, and what is wrong with them. `tree` must come from `text`. */
export function extractExercises(tree: Root, text: string, page: ExercisePage): ExtractedExercises {
  const { file } = page;
  const source = sourceText(file, text);
  const elements = find(tree, (node): node is Element => isElement(node) && node.name === 'Exercise');
  const diagnostics: Diagnostic[] = [];
  const exercises: Exercise[] = [];
  const withoutCheck: UncheckedExercise[] = [];
  const inside = new Set<Node>();
  for (const element of elements) {
    const codes = find(element, isCode);
    for (const code of codes) inside.add(code);
    const fences = codes.flatMap((code) => roleFence(code, source));
    const reader = new ExerciseReader(element, fences, page);
    if (reader.isUnchecked) withoutCheck.push({ number: reader.number, place: placeOf(element, file) });
    else {
      const read = reader.read();
      diagnostics.push(...read.diagnostics);
      if (read.exercise) exercises.push(read.exercise);
    }
  }
  const stray = find(tree, isCode).filter((code) => !inside.has(code));
  diagnostics.push(...stray.flatMap((code) => roleFence(code, source)).map(strayFence), ...repeated(exercises));
  return { exercises, withoutCheck, diagnostics };
}

function roleFence(code: Code, source: SourceText): RoleFence[] {
  const read = code.lang === 'python' ? readFence(code, source) : undefined;
  const role = read && readRole(read.meta.text);
  if (!read || !role) return [];
  const { session } = parseInfoString(role.rest.text, 'lesson').options;
  return [{ role: role.role, value: role.value, isSpread: role.isSpread, session, fence: read.fence }];
}

function strayFence({ role, fence }: RoleFence): Diagnostic {
  return {
    rule: 'exercise/outside',
    place: fence.place,
    message: `A \`${role}\` fence stands outside of an exercise.`,
    hint: 'Move it between `<Exercise …>` and `</Exercise>`.',
  };
}

function repeated(exercises: readonly Exercise[]): Diagnostic[] {
  return exercises.flatMap(({ name, place }, i) => {
    const first = exercises.findIndex((other) => other.name === name);
    if (first === i) return [];
    const message = `Two exercises are called \`${name}\`; the first is in line ${exercises[first]?.place.line}.`;
    return [{ rule: 'exercise/name', place, message, hint: 'Give each exercise a name of its own.' }];
  });
}
