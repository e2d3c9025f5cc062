import { didYouMean } from '../../core/nearest-word.ts';
import type { Place } from '../../core/place.ts';
import { type Mark, marks, type Teaching } from '../../examples/teaching.ts';
import type { Finding } from '../findings/finding.ts';
import type { Lesson } from './lesson.ts';

/** A file with its text. */
export type Page = Pick<Lesson, 'file' | 'text'>;

/** A lesson of the guide, by its address: `derivatives`. */
interface Taught {
  readonly lesson: Lesson;
  readonly address: string;
  readonly teaching: Teaching;
}

/**
 * Checks a guide: that each objective has its marks, that exercises have their lesson's number, that names are unique,
 * and that questions about another lesson ask for an objective that it has.
 *
 * @param beside other lessons of the guide, which may be asked about and are not checked
 * @param texts all other lessons of the guide, unread: their numbers and titles are taken
 * @returns the findings of each lesson
 */
export function checkGuide(
  lessons: readonly Lesson[],
  beside: readonly Lesson[] = [],
  texts: readonly Page[] = [],
): ReadonlyMap<Lesson, readonly Finding[]> {
  const taught = lessons.flatMap(asTaught);
  const known = [...taught, ...beside.flatMap(asTaught)];
  const names = new Map<string, Place>();
  return new Map(
    taught.map((one) => [
      one.lesson,
      [
        ...withoutOpening(one),
        ...checkMarks(one),
        ...repeatedPages(one, [...taught.map(({ lesson }) => lesson).filter(isBefore(one)), ...texts]),
        ...wrongNumbers(one),
        ...repeatedNames(one, names),
        ...wrongRecalls(one, known),
      ],
    ]),
  );
}

/** Of two that are checked, the later one has the finding. */
function isBefore({ lesson }: Taught): (other: Page) => boolean {
  return ({ file }) => file < lesson.file;
}

/** The address of a lesson of the guide: `derivatives`. */
export function addressOf(file: string): string | undefined {
  return /(?:^|\/)guide\/\d+-([^/]+)\.mdx$/.exec(file)?.[1];
}

function asTaught(lesson: Lesson): Taught[] {
  const { teaching } = lesson.extracted;
  const address = addressOf(lesson.file);
  return teaching && address !== undefined ? [{ lesson, address, teaching }] : [];
}

const remedies: Readonly<Record<Mark, string>> = {
  prediction: 'Put a `<Predict>` with it among its `objectives` before an example.',
  handle:
    'Put it among the `objectives` of an `<Explorable>`, or the `handles` of an `<Exercise>` with lines to order.',
  run: 'Put a `<Predict>` before an example that runs, or write an exercise.',
  exercise: 'Write an `<Exercise>` with a check, and name it among its `objectives`.',
  question: 'Write a `<Question kind="…">` in the checkpoint, and name it among its `objectives`.',
};

function withoutOpening({ lesson, teaching }: Taught): Finding[] {
  if (teaching.objectives.length === 0 || /^[ \t]*<Opening>/m.test(lesson.text)) return [];
  const hint = 'Begin it with a question and its picture, in `<Opening>`.';
  return [finding({ file: lesson.file, line: 1, column: 1 }, 'This lesson has no opening.', hint)];
}

/** A lesson that has the number, or the title, of another one. */
function repeatedPages({ lesson: { file, text } }: Taught, others: readonly Page[]): Finding[] {
  const place = { file, line: 1, column: 1 };
  const [number, title] = [numberOf(file), titleOf(text)];
  const [before, called] = [
    others.find((other) => numberOf(other.file) === number),
    others.find((other) => title !== undefined && titleOf(other.text) === title),
  ];
  return [
    ...(before ? [finding(place, `${before.file} has the same number.`, 'Rename one of the files.')] : []),
    ...(called ? [finding(place, `${called.file} has the same title.`, 'Give each lesson a title of its own.')] : []),
  ];
}

function numberOf(file: string): number {
  return Number.parseInt(/(\d+)-[^/]+$/.exec(file)?.[1] ?? '', 10);
}

function titleOf(text: string): string | undefined {
  return /^title:[ \t]*["']?(.*?)["']?[ \t]*\r?$/m.exec(text)?.[1];
}

/** Of a page that is cut short by a formula or a fence without an end, nothing is said to be missing. */
function checkMarks({ lesson, teaching }: Taught): Finding[] {
  if (lesson.extracted.diagnostics.some(({ rule }) => /^(?:formula\/unclosed|fence\/(?:unclosed|open))$/.test(rule)))
    return [];
  const has = new Set(teaching.marks.map(({ objective, mark }) => `${objective} ${mark}`));
  return teaching.objectives.flatMap(({ name, place }) =>
    marks
      .filter((mark) => !has.has(`${name} ${mark}`))
      .map((mark) => finding(place, `The objective \`${name}\` has no ${mark}.`, remedies[mark])),
  );
}

/** Exercises whose number is not that of their lesson's file and of their place in it: `7.2`. */
function wrongNumbers({ lesson }: Taught): Finding[] {
  const ofLesson = numberOf(lesson.file);
  return lesson.extracted.exercises.flatMap(({ number, place }, i) => {
    const right = `${ofLesson}.${i + 1}`;
    if (number === right) return [];
    return [
      finding(place, `Exercise ${number} is number ${i + 1} of lesson ${ofLesson}.`, `Write \`number="${right}"\`.`),
    ];
  });
}

function repeatedNames({ teaching }: Taught, seen: Map<string, Place>): Finding[] {
  return teaching.asked.flatMap(({ name, place }) => {
    const first = seen.get(name);
    if (!first) seen.set(name, place);
    // Within one file it is reported where the file is read.
    if (!first || first.file === place.file) return [];
    const message = `The name \`${name}\` is taken in ${first.file}, line ${first.line}.`;
    return [finding(place, message, 'Progress is kept under names: give each question of the guide its own.')];
  });
}

function wrongRecalls({ teaching, lesson }: Taught, taught: readonly Taught[]): Finding[] {
  return teaching.recalls.flatMap(({ from, objectives, place }) => {
    const other = taught.find(({ address }) => address === from);
    if (!other || other.lesson.file >= lesson.file) {
      const earlier = taught.filter((one) => one.lesson.file < lesson.file).map(({ address }) => address);
      const list = earlier.map((address) => `\`${address}\``).join(', ');
      const hint = list === '' ? 'No lesson comes before this one.' : `The earlier lessons are ${list}.`;
      return [finding(place, `No earlier lesson is called \`${from}\`.${didYouMean(from, earlier)}`, hint)];
    }
    const known = other.teaching.objectives.map(({ name }) => name);
    return objectives
      .filter((name) => !known.includes(name))
      .map((name) => {
        const hint = `Its objectives are ${known.map((one) => `\`${one}\``).join(', ')}.`;
        return finding(place, `\`${from}\` has no objective \`${name}\`.${didYouMean(name, known)}`, hint);
      });
  });
}

function finding(place: Place, message: string, hint: string): Finding {
  return { kind: 'objective', place, message, hint };
}
