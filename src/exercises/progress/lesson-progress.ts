import { type Item, sectionItem, sectionOf } from './progress-item.ts';
import type { Outcome, ProgressRecord } from './progress-record.ts';
import type { Progress } from './progress-store.ts';

/** The sections and tasks of a lesson. */
export interface LessonItems {
  /** Its address: `derivatives`. */
  readonly lesson: string;
  /** The anchors of its sections. */
  readonly sections: readonly string[];
  /** Its predictions, questions and exercises. */
  readonly tasks: readonly Item[];
}

/** How far a reader has come in a lesson. */
export interface LessonProgress {
  readonly read: number;
  readonly sections: number;
  /** Tasks that were passed or, for predictions, answered. */
  readonly done: number;
  readonly missed: number;
  readonly tasks: number;
}

export function lessonProgress({ lesson, sections, tasks }: LessonItems, progress: Progress): LessonProgress {
  const standings = tasks.map((item) => standing(item, progress.get(item) ?? []));
  return {
    read: sections.filter((anchor) => progress.has(sectionItem(lesson, anchor))).length,
    sections: sections.length,
    done: standings.filter((one) => one === 'done').length,
    missed: standings.filter((one) => one === 'missed').length,
    tasks: tasks.length,
  };
}

/** How an item stands by the last thing that became of it. */
export function standing(item: Item, record: ProgressRecord): 'done' | 'missed' | 'open' {
  const last = record.findLast(([, outcome]) => judged.includes(outcome))?.[1];
  if (last === undefined) return 'open';
  // A prediction is made to be wrong.
  if (item.startsWith('prediction/')) return 'done';
  return last === 'passed' || last === 'hinted' ? 'done' : 'missed';
}

const judged: readonly Outcome[] = ['passed', 'hinted', 'missed', 'looked-at'];

/** Where the reader was last: a section, and when. */
export interface LastPlace {
  readonly lesson: string;
  readonly anchor: string;
  readonly at: number;
}

/** The section that was read last, in the whole guide or in one lesson; `undefined` before anything was read. */
export function lastPlace(progress: Progress, lesson?: string): LastPlace | undefined {
  const places = [...progress].flatMap(([item, record]): LastPlace[] => {
    const section = sectionOf(item);
    const at = record.at(-1)?.[0];
    return section && at !== undefined && (lesson === undefined || section.lesson === lesson)
      ? [{ ...section, at }]
      : [];
  });
  return places.reduce<LastPlace | undefined>((last, one) => (last && last.at >= one.at ? last : one), undefined);
}
