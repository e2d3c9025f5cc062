import type { Mark, Marks } from './mark.ts';

/** Marks that show the meaning of the term with this name; they are highlighted together. */
export function showing(term: string, marks: Marks): Marks {
  if (marks === null || marks === undefined) return marks;
  return isRow(marks) ? marks.map((mark) => showing(term, mark)) : { ...marks, term };
}

function isRow(marks: Mark | readonly Marks[]): marks is readonly Marks[] {
  return Array.isArray(marks);
}
