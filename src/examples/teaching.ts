import type { Place } from '../core/place.ts';

/** What each objective of a lesson has: something to predict, to handle, to run, to solve with a check, and to answer again later. */
export const marks = ['prediction', 'handle', 'run', 'exercise', 'question'] as const;

export type Mark = (typeof marks)[number];

interface Named {
  readonly name: string;
  readonly place: Place;
}

/** What a lesson does for its objectives. */
export interface Teaching {
  readonly objectives: readonly Named[];
  readonly marks: readonly { readonly objective: string; readonly mark: Mark }[];
  /** Predictions and questions: their names are unique in the guide. */
  readonly asked: readonly Named[];
  /** Questions about another lesson, by its address. */
  readonly recalls: readonly { readonly from: string; readonly objectives: readonly string[]; readonly place: Place }[];
}
