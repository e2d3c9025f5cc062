import { createEmptyCard, fsrs, type Grade, Rating } from 'ts-fsrs';
import type { Item } from '../progress/progress-item.ts';
import type { Outcome, ProgressRecord } from '../progress/progress-record.ts';
import type { Progress } from '../progress/progress-store.ts';

/**
 * FSRS (Ye, Su and Cao 2022, "A stochastic shortest path algorithm for optimizing spaced repetition scheduling") with its
 * default parameters. Without steps of minutes: what is missed returns the next day, or a few days later if it was known
 * for long. Without chance: the same answers lead to the same days.
 */
const scheduler = fsrs({ enable_fuzz: false, enable_short_term: false });

/** The evidence of an outcome about memory; other outcomes are no evidence. */
const grades: Readonly<Partial<Record<Outcome, Grade>>> = {
  passed: Rating.Good,
  hinted: Rating.Hard,
  missed: Rating.Again,
  'looked-at': Rating.Again,
};

/** When an item returns, in milliseconds since 1970; `undefined` for one that was never answered. */
export function returnsAt(record: ProgressRecord): number | undefined {
  const answers = record.flatMap(([at, outcome]) => {
    const grade = grades[outcome];
    return grade === undefined ? [] : [{ at, grade }];
  });
  const [first] = answers;
  if (!first) return undefined;
  const start = createEmptyCard(first.at);
  return answers.reduce((card, { at, grade }) => scheduler.next(card, at, grade).card, start).due.getTime();
}

/** An item and when it returns. */
export interface Returning {
  readonly item: Item;
  readonly at: number;
}

/** The items that were answered, those that wait longest first. Predictions are made to be wrong and do not return. */
export function returningItems(progress: Progress): Returning[] {
  return [...progress]
    .flatMap(([item, record]): Returning[] => {
      const at = item.startsWith('prediction/') ? undefined : returnsAt(record);
      return at === undefined ? [] : [{ item, at }];
    })
    .sort((a, b) => a.at - b.at || a.item.localeCompare(b.item, 'en'));
}
