import type { Place } from '../../core/place.ts';

/** How a question is answered: `kind="…"`. */
export const questionKinds = {
  explain: 'in own words, then compared with a model answer',
  choose: 'by choosing one of several answers',
  compute: 'with a number',
  curve: 'by reading a figure, then choosing',
  bug: 'by choosing the line of a program that is wrong',
} as const;

export type QuestionKind = keyof typeof questionKinds;

export function isQuestionKind(word: string): word is QuestionKind {
  return Object.hasOwn(questionKinds, word);
}

/** A question before an example runs: `<Predict name="…" of="example" objectives="…">`. */
export interface Prediction {
  /** Unique in the guide: progress is kept under it. */
  readonly name: string;
  /** The example whose output is predicted. */
  readonly of: string;
  /** Names of objectives of its lesson. */
  readonly objectives: readonly string[];
  readonly place: Place;
}

/** A question that returns: `<Question name="…" kind="…" objectives="…">`. */
export interface Question {
  /** Unique in the guide: progress is kept under it. */
  readonly name: string;
  readonly kind: QuestionKind;
  /** Names of objectives of its lesson, or of the lesson `from`. */
  readonly objectives: readonly string[];
  /** An earlier lesson, by its address, whose objectives it asks for: `derivatives`. */
  readonly from: string | undefined;
  readonly place: Place;
}

/** A question in its short form, in which it returns: plain text, formulas between dollar signs, code between backticks. */
export interface Card {
  /** Of its question. */
  readonly name: string;
  readonly prompt: string;
  readonly reply: string;
}
