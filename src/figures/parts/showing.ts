import type { Markish } from '@observablehq/plot';

/** Marks that show what the term of this name means; they light together. */
export function showing(name: string, marks: Markish): Markish {
  if (Array.isArray(marks)) return marks.map((mark) => showing(name, mark));
  return marks && Object.assign(marks, { className: `term-${name}` });
}
