const number = String.raw`[−-]?\d+(?:\.\d+)?`;
const point = new RegExp(String.raw`\(${number}(?:, ${number})+\)`, 'g');

/** Keeps each point on one line, by spaces that do not break: `(1, 2)`. */
export function wholePoints(text: string): string {
  return text.replace(point, (coordinates) => coordinates.replaceAll(' ', '\u00a0'));
}
