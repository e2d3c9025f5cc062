import type { Place } from '../core/place.ts';

/** The marks of each objective: a prediction, something to handle, a run, an exercise with a check, and a question for later. */
export const marks = ['prediction', 'handle', 'run', 'exercise', 'question'] as const;

export type Mark = (typeof marks)[number];

interface Named {
  readonly name: string;
  readonly place: Place;
}

/** The objectives of a lesson, and the marks of each. */
export interface Teaching {
  readonly objectives: readonly Named[];
  readonly marks: readonly { readonly objective: string; readonly mark: Mark }[];
  /** Predictions and questions: their names are unique in the guide. */
  readonly asked: readonly Named[];
  /** Questions about another lesson, by its address. */
  readonly recalls: readonly { readonly from: string; readonly objectives: readonly string[]; readonly place: Place }[];
}
