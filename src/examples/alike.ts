import { compareOutput } from './compare.ts';
import { isShownValue } from './notebook-value.ts';

/**
 * Why a reader takes a shown output for the printed one, although the two differ; `undefined` where a reader would not.
 *
 * The value is the same where only blanks, quotes, addresses, the paths of a machine, or remarks of the author differ, and where
 * parts are left out.
 */
export function alike(shown: string, printed: string): string | undefined {
  const remarked = withoutRemarks(shown);
  return (
    sameBut(shown, printed) ??
    (sameBut(remarked, printed) === undefined ? undefined : 'It has remarks, which are not printed.') ??
    (fitsElided(remarked, printed) ? 'Parts of it are left out.' : undefined)
  );
}

/** Whether two texts have the same lines for a reader. */
export function sameLines(shown: string, printed: string, order: LineOrder): boolean {
  return showsSome(shown, printed, order) && showsSome(printed, shown, order);
}

/** Whether lines must stand in the order in which they are printed. */
export type LineOrder = 'as printed' | 'any';

/** Whether all lines of a shown text are lines of the printed one for a reader, as often at most. */
export function showsSome(shown: string, printed: string, order: LineOrder): boolean {
  const left = normalized(printed).split('\n');
  return normalized(shown)
    .split('\n')
    .every((line) => {
      const at = left.indexOf(line);
      if (at < 0) return false;
      if (order === 'any') left.splice(at, 1);
      else left.splice(0, at + 1);
      return true;
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
  return text.replace(/(?<![ \t])[ \t]+$/gm, '').trimEnd();
}

/**
 * A text in which equal values are written equally: no address, no path of a module, of a version in an address of the web
 * only the first number, single quotes, one blank after a comma, no line breaks inside of brackets. Blanks that set out an
 * array of numbers stay.
 *
 * A run of blanks is matched from its beginning only: from each of its places, a long one would take hours.
 */
function normalized(text: string): string {
  return trimmed(text)
    .replace(/(?: object)? at (?:0x[\da-fA-F]+|\.{3}|…)/g, ' at 0x')
    .replace(/(https?:\/\/[^\s'"<>]{1,200}?\/v?\d+)(?:\.\d+)+(?=\/)/g, '$1')
    .replace(/\(built-in\)|from '[^'\n]*'(?=>)/g, '')
    .replace(/ \((?:\/[^()\n]*|unknown location)\)$/gm, '')
    .replace(/"([^"'\\\n]*)"/g, "'$1'")
    .replace(/([[({])[^\S\n]*\n\s*/g, '$1')
    .replace(/(?<!\s)\s+([\])}])/g, (all, bracket: string) => (all.includes('\n') ? bracket : all))
    .replace(/(?<!\s)\s*,\s*/g, ', ')
    .replace(/, ([\])}])/g, '$1')
    .replace(/(['\w])\s*:[ \n]*(?=\S)/g, '$1: ')
    .replace(/(\w)\s*=\s*(?=\S)/g, '$1=')
    .replace(/\{ +/g, '{')
    .replace(/(?<! ) +\}/g, '}')
    .replace(/\{'[^{}:]*\}/g, (set) => `{${set.slice(1, -1).split(', ').sort().join(', ')}}`);
}

/** Lines that are only a comment, and what stands behind `  #` or an arrow. */
export function withoutRemarks(text: string): string {
  return text
    .split('\n')
    .filter((line) => !/^\s*#(?!>)/.test(line))
    .map((line) => line.replace(/(?<!\s)\s+(?:#|<-+|←)\s.*$/, ''))
    .join('\n');
}

const leftOut = /\.{3,}|…|⋮/;
const aroundDots = /(?<!\s)\s*(?:\.{3,}|…|⋮)\s*/;
const dotsAtStart = /^[\s[({<]*(?:\.{3}|…|⋮)/;
const dotsAtEnd = /(?:\.{3}|…|⋮)[\s\])}>]*$/;

/** Whether a line is nothing but dots, or stands between two of them: a part that is left out. */
function isLeftOut(line: string): boolean {
  return dotsAtStart.test(line) && dotsAtEnd.test(line);
}

/** Whether a text with `...`, `…` or `⋮` in place of a part, or of whole lines, is the printed one with that part left out. */
function fitsElided(shown: string, printed: string): boolean {
  if (!leftOut.test(shown)) return false;
  const [wanted, found] = [normalized(shown), normalized(printed)];
  const lines = wanted.split('\n');
  if (!lines.some((line) => !isLeftOut(line) && /\w/.test(line.replace(leftOut, '')))) return false;
  const parts = lines.map((line) => (isLeftOut(line) ? undefined : line.split(aroundDots)));
  return fitsLines(parts, found.split('\n'));
}

/**
 * Whether lines are those of a text, of which each gap (`undefined`) stands for any number. Only the last gap is ever made
 * longer, as the first place that fits is as good as a later one: no text takes long.
 */
function fitsLines(parts: readonly (readonly string[] | undefined)[], lines: readonly string[]): boolean {
  let [at, part] = [0, 0];
  let gap: { readonly part: number; at: number } | undefined;
  while (at < lines.length) {
    const one = parts[part];
    if (part < parts.length && one === undefined) gap = { part: part++, at };
    else if (one !== undefined && fitsLine(one, lines[at] ?? '')) {
      at += 1;
      part += 1;
    } else if (gap) {
      gap.at += 1;
      [at, part] = [gap.at, gap.part + 1];
    } else return false;
  }
  return parts.slice(part).every((one) => one === undefined);
}

/** Whether a line begins and ends with the first and the last of its parts, and has the others between them in their order. */
function fitsLine(parts: readonly string[], line: string): boolean {
  const [first = '', ...others] = parts;
  const last = others.pop();
  if (last === undefined) return line === first;
  if (!line.startsWith(first)) return false;
  let at = first.length;
  for (const part of others) {
    const found = line.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return line.length - last.length >= at && line.endsWith(last);
}
