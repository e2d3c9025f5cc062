import type { Markish } from '@observablehq/plot';

/** Marks that show the meaning of the term with this name; they are highlighted together. */
export function showing(name: string, marks: Markish): Markish {
  if (Array.isArray(marks)) return marks.map((mark) => showing(name, mark));
  return marks && Object.assign(marks, { className: `term-${name}` });
}
