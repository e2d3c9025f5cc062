/**
 * Sets what Python printed as a sentence would: a minus sign where Python writes a hyphen. An exponent keeps its
 * hyphen, because `1e-05` is read as code.
 */
export function typesetValue(text: string): string {
  return text.replace(/(?<![\p{Letter}\p{Number}])-(?=[\d.]|inf)/gu, '\u2212');
}
