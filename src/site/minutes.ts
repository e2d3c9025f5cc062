/** A duration in words: `45 min`, `1 h 20 min`. */
export function sayMinutes(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const parts = [hours > 0 && `${hours}\u00a0h`, (rest > 0 || hours === 0) && `${rest}\u00a0min`];
  return parts.filter(Boolean).join(' ');
}

/** The amount of reading and work in a lesson. */
export interface LessonWork {
  /** Words in its sentences and tables; a formula in a sentence counts as one. */
  readonly words: number;
  readonly examples: number;
  readonly explorables: number;
  /** Exercises, and the tasks of a project. */
  readonly exercises: number;
  readonly questions: number;
}

/**
 * The pace of a reader who works through a lesson, in minutes. Prose with formulas is read at 200 words a minute,
 * more slowly than a novel; an example is read and run, perhaps changed; an exercise is tried before its solution is
 * opened.
 */
const minutesFor: LessonWork = { words: 1 / 200, examples: 1.5, explorables: 3, exercises: 12, questions: 1 };

/** An estimate of the minutes that a lesson takes with everything in it, rounded to five. */
export function estimateMinutes(work: LessonWork): number {
  const kinds = Object.keys(minutesFor) as (keyof LessonWork)[];
  const minutes = kinds.reduce((total, kind) => total + work[kind] * minutesFor[kind], 0);
  return 5 * Math.ceil(minutes / 5);
}
