import type { Node, Parent, Root } from 'mdast';
import type { Example } from '../../examples/example.ts';
import { runs } from '../../examples/example-digest.ts';
import { attributeOf, type Element, isElement } from '../../examples/lesson-elements.ts';
import type { Mark, Teaching } from '../../examples/teaching.ts';
import type { ReadQuestions } from './read-questions.ts';

interface LessonParts {
  readonly file: string;
  readonly text: string;
  readonly examples: readonly Example[];
  /** Names of the lesson's objectives. */
  readonly objectives: readonly string[];
}

/** Collects what a lesson does for each of its objectives, from its predictions, its explorables, its exercises and its questions. */
export function readTeaching(
  tree: Root,
  { predictions, questions, handles }: ReadQuestions,
  lesson: LessonParts,
): Teaching {
  const { file, text, examples, objectives } = lesson;
  const exercises = findExercises(tree);
  const runnable = new Set(examples.filter(runs).map(({ id }) => id));
  const each = (mark: Mark, of: readonly { readonly objectives: readonly string[] }[]) =>
    of.flatMap((one) => one.objectives.map((objective) => ({ objective, mark })));
  return {
    objectives: objectives.map((name) => ({ name, place: placeOfObjective(file, text, name) })),
    marks: [
      ...each('prediction', predictions),
      ...each('handle', [...handles, ...exercises.map((one) => ({ objectives: one.handles }))]),
      ...each('run', [...predictions.filter(({ of }) => runnable.has(of)), ...exercises]),
      ...each('exercise', exercises),
      ...each(
        'question',
        questions.filter(({ from }) => from === undefined),
      ),
    ],
    asked: [...predictions, ...questions].map(({ name, place }) => ({ name, place })),
    recalls: questions.flatMap(({ from, objectives: of, place }) =>
      from === undefined ? [] : [{ from, objectives: of, place }],
    ),
  };
}

/** The objectives of an exercise, and those that the reader handles by putting its lines in order. */
interface Practised {
  readonly objectives: readonly string[];
  readonly handles: readonly string[];
}

/** Exercises with a check: without one nothing answers, and the objective lacks its exercise. */
function findExercises(node: Node): Practised[] {
  if (isElement(node) && node.name === 'Exercise') {
    const named = (attribute: string) => (attributeOf(node, attribute) ?? '').split(/\s+/).filter(Boolean);
    return hasCheck(node) ? [{ objectives: named('objectives'), handles: named('handles') }] : [];
  }
  return 'children' in node ? (node as Parent).children.flatMap(findExercises) : [];
}

function hasCheck(element: Element | Parent): boolean {
  return (element.children as Node[]).some((child) => {
    if (child.type === 'code')
      return /(?:^|\s)check(?:\s|$)/.test((child as Node & { meta?: string | null }).meta ?? '');
    return 'children' in child && hasCheck(child as Parent);
  });
}

function placeOfObjective(file: string, text: string, name: string) {
  const line = text.split(/\r\n|\n|\r/).findIndex((one) => one.trimStart().startsWith(`${name}:`));
  return { file, line: line + 1, column: 3 };
}
