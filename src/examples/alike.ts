import { compareOutput } from './compare.ts';
import { isShownValue } from './notebook-value.ts';

/**
 * Why a reader takes a shown output for the printed one, although the two differ; `undefined` where a reader would not.
 *
 * Differences in these are none of the value: blanks, quotes, addresses, the paths of a machine, remarks of the author, parts left out.
 */
export function alike(shown: string, printed: string): string | undefined {
  const remarked = withoutRemarks(shown);
  return (
    sameBut(shown, printed) ??
    (sameBut(remarked, printed) === undefined ? undefined : 'It has remarks, which are not printed.') ??
    (fitsElided(remarked, printed) ? 'Parts of it are left out.' : undefined)
  );
}

/** Whether two texts have the same lines for a reader, in any order. */
export function sameLines(shown: string, printed: string): boolean {
  return showsSome(shown, printed) && showsSome(printed, shown);
}

/** Whether all lines of a shown text are lines of the printed one for a reader, in any order and as often at most. */
export function showsSome(shown: string, printed: string): boolean {
  const left = normalized(printed).split('\n');
  return normalized(shown)
    .split('\n')
    .every((line) => {
      const at = left.indexOf(line);
      if (at >= 0) left.splice(at, 1);
      return at >= 0;
    });
}

/** The difference in words; that two texts are equal counts as one in blanks at the ends of lines. */
function sameBut(shown: string, printed: string): string | undefined {
  if (trimmed(shown) === trimmed(printed)) return 'Only blanks at the ends of lines differ.';
  if (/^'.*'\n?$|^".*"\n?$/s.test(printed) && !compareOutput(shown, printed.trim().slice(1, -1)))
    return 'The quotes are missing.';
  if (isShownValue(shown.trim(), printed.trim()))
    return 'Only addresses in memory differ, or where a long value is broken.';
  if (normalized(shown) === normalized(printed))
    return 'Only blanks, line breaks, quotes, addresses or paths of the machine differ.';
  return undefined;
}

function trimmed(text: string): string {
  return text.replace(/[ \t]+$/gm, '').trimEnd();
}

/**
 * A text in which equal values are written equally: no address, no path of a module, single quotes, one blank after a comma,
 * no line breaks inside of brackets. Blanks that set out an array of numbers stay.
 */
function normalized(text: string): string {
  return trimmed(text)
    .replace(/(?: object)? at (?:0x[\da-fA-F]+|\.{3}|…)/g, ' at 0x')
    .replace(/\(built-in\)|from '[^'\n]*'(?=>)/g, '')
    .replace(/ \((?:\/[^()\n]*|unknown location)\)$/gm, '')
    .replace(/"([^"'\\\n]*)"/g, "'$1'")
    .replace(/([[({])\s*\n\s*/g, '$1')
    .replace(/,?\s*\n\s*([\])}])/g, '$1')
    .replace(/\s*,\s*/g, ', ')
    .replace(/, ([\])}])/g, '$1')
    .replace(/(['\w])\s*:[ \n]*(?=\S)/g, '$1: ')
    .replace(/(\w)\s*=\s*(?=\S)/g, '$1=')
    .replace(/\{ +/g, '{')
    .replace(/ +\}/g, '}')
    .replace(/\{'[^{}:]*\}/g, (set) => `{${set.slice(1, -1).split(', ').sort().join(', ')}}`);
}

/** Lines that are only a comment, and what stands behind `  #` or an arrow. */
export function withoutRemarks(text: string): string {
  return text
    .split('\n')
    .filter((line) => !/^\s*#(?!>)/.test(line))
    .map((line) => line.replace(/\s+(?:#|<-+|←)\s.*$/, ''))
    .join('\n');
}

const dots = String.raw`(?:\.{3,}|…|⋮)`;
const leftOut = new RegExp(dots);
const leftOutLine = new RegExp(`^[\\s[({<]*${dots}(?:.*${dots})?[\\s\\])}>]*$`);

/** Whether a text with `...`, `…` or `⋮` in place of a part, or of whole lines, is the printed one with that part left out. */
function fitsElided(shown: string, printed: string): boolean {
  if (!leftOut.test(shown)) return false;
  const [wanted, found] = [normalized(shown), normalized(printed)];
  const lines = wanted.split('\n');
  if (!lines.some((line) => !leftOutLine.test(line) && /\w/.test(line.replace(leftOut, '')))) return false;
  const parts = lines.map((line) =>
    leftOutLine.test(line) ? String.raw`(?:[^\n]*(?:\n|$))*?` : `${elidedLine(line)}(?:\\n|$)`,
  );
  return new RegExp(`^${parts.join('')}$`).test(found);
}

function elidedLine(line: string): string {
  return line
    .split(new RegExp(`\\s*${dots}\\s*`))
    .map(escaped)
    .join(String.raw`[^\n]*`);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
