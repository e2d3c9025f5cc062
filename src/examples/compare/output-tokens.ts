/** A part of an output: a number, a run of blanks, or anything else. */
export interface OutputToken {
  readonly is: 'number' | 'blank' | 'version' | 'text';
  readonly text: string;
}

/**
 * The digits of dates, times, versions (`1.26.4`, `2.0rc1`), words (`x2`, `v1.5`) and words that begin with digits
 * (`2nd`, `0x1f`) are text. The `j` of a complex number comes after its number, and `1,234.5` is one number.
 */
const pattern = new RegExp(
  [
    String.raw`(?<blank>\s+)`,
    String.raw`(?<date>\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?|\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?|\d{1,4}/\d{1,2}/\d{2,4})`,
    String.raw`(?<version>\d+\.\d+\.\d+[\w.+-]*|\d+(?:\.\d+)+(?:a|b|rc|\.?dev|\.?post)\d+)`,
    String.raw`(?<word>[\p{L}_][\p{L}\p{N}_]*(?:\.\d+)*|\d+(?![eE][-+]?\d|[jJ](?![\p{L}\p{N}_]))[\p{L}_][\p{L}\p{N}_]*)`,
    String.raw`(?<number>[-+]?(?:\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d*)?|\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)`,
    String.raw`\S`,
  ].join('|'),
  'gu',
);

/** Splits an output; the texts of the tokens together are the whole text. */
export function outputTokens(text: string): OutputToken[] {
  return [...text.matchAll(pattern)].map(({ 0: whole, groups }) => {
    if (groups?.['number'] !== undefined) return { is: 'number', text: whole };
    if (groups?.['version'] !== undefined) return { is: 'version', text: whole };
    return { is: groups?.['blank'] === undefined ? 'text' : 'blank', text: whole };
  });
}

/** The number of characters in two texts whose tokens take a second to compare: a person looks for less than that. */
export const longest = 1e6;

/** Two texts without the words, between blanks, with which both begin and those with which both end. */
export function differingParts(a: string, b: string): [string, string] {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  start = Math.max(a.slice(0, start).search(/\s\S*$/), 0);
  let end = 0;
  const most = Math.min(a.length, b.length) - start;
  while (end < most && a[a.length - end - 1] === b[b.length - end - 1]) end += 1;
  const same = a.slice(a.length - end);
  end = same.length - same.search(/\s|$/);
  return [a.slice(start, a.length - end), b.slice(start, b.length - end)];
}
