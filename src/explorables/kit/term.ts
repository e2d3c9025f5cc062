/** A part of an equation, in TeX, that means what the marks of the same name show: for `setEquation` only. */
export function term(name: string, tex: string): string {
  return `\\htmlData{term=${name}}{${tex}\\termroom}`;
}

/** The terms that an equation names. */
export function termsOf(equation: string): string[] {
  return [...equation.matchAll(/\\htmlData\{term=([\w-]+)\}/g)].map(([, name = '']) => name);
}

/** The placeholder of the unknown value, in TeX, with the spacing of a number. */
export const unknown = '\\mathord{?}';

/** The height of a power of ten, for a row of an equation that must not grow when one appears in it. */
export const powerRoom = '\\powerroom ';

/** A sum over two lines, as long as on a phone there is room for half of it. Both end at one edge, as in a written sum. */
export function overTwoLines(first: string, second: string): string {
  return String.raw`\begin{aligned} ${first} \\[-0.3em] ${second} \sumroom \end{aligned}`;
}
