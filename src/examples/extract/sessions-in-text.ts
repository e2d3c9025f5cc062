import type { Fence, Unchecked } from '../example.ts';
import { placeInFence } from './place-in-fence.ts';

/** The first prompt of a session that stands in a text of some code, as in the docstring of a function: it is not run. */
export function sessionInText(code: Fence): Unchecked[] {
  const lines = code.text.split('\n');
  const at = lines.findIndex((line) => /^[ \t]+>>> \S/.test(line));
  const holdsTexts = /"{3}|'{3}/.test(lines.slice(0, Math.max(at, 0)).join('\n'));
  if (at < 0 || !holdsTexts) return [];
  const place = placeInFence(code, at + 1, (lines[at] ?? '').indexOf('>>>') + 1);
  return [{ place, reason: 'it is a session in a text of the code, which is not run', isFence: false }];
}
