import type { Span } from '../example.ts';

/** A container between lines of colons, as in `::: solution` of the Carpentries and `:::{note}` of MyST. */
interface Container {
  readonly name: string;
  readonly span: Span;
}

const line = /^[ \t>]*(:{3,})[ \t]*\{?\.?([\w-]*)[^\n]*$/gm;

/** The name of the innermost container around an offset; `undefined` outside of all. */
export function containerAt(text: string, offset: number): string | undefined {
  return containersIn(text)
    .filter(({ span }) => span.start <= offset && offset < span.end)
    .at(-1)?.name;
}

/** The containers in the order in which they begin. */
function containersIn(text: string): Container[] {
  const found: Container[] = [];
  const open: { name: string; start: number }[] = [];
  for (const { 2: name = '', index } of text.matchAll(line)) {
    if (name !== '') open.push({ name, start: index });
    else {
      const last = open.pop();
      if (last) found.push({ name: last.name, span: { start: last.start, end: index } });
    }
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}
