/** The numbers of the lines that `line="1 2"` names; empty when it is not a list of whole numbers. */
export function linesOf(text: string): number[] {
  const words = text.split(/\s+/).filter(Boolean);
  return words.every((word) => /^[1-9]\d*$/.test(word)) ? words.map(Number) : [];
}
