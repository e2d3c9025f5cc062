import type { Element } from '../../examples/lesson-elements.ts';

/** Reports what is wrong at the place of an element, and what to write instead. */
export type ReportAt = (element: Element, message: string, hint: string) => void;
