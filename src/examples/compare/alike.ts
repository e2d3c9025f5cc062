import { compareOutput } from './compare.ts';
import { fitsElided } from './left-out.ts';
import { normalized, trimmed } from './normalized-output.ts';
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
  if (shown.trim() === printed.trim()) return 'Only blanks before and after it differ.';
  if (/^'.*'\n?$|^".*"\n?$/s.test(printed) && !compareOutput(shown, printed.trim().slice(1, -1)))
    return 'The quotes are missing.';
  if (isShownValue(shown.trim(), printed.trim()))
    return 'Only addresses in memory, line breaks or the order of a set differ.';
  if (normalized(shown) === normalized(printed))
    return 'Only blanks, line breaks, quotes, addresses or paths of the machine differ.';
  return undefined;
}

/** Lines that are only a comment, and what stands behind `  #` or an arrow. */
export function withoutRemarks(text: string): string {
  return text
    .split('\n')
    .filter((line) => !/^\s*#(?!>)/.test(line))
    .map((line) => line.replace(/(?<!\s)\s+(?:#|<-+|←)\s.*$/, ''))
    .join('\n');
}
