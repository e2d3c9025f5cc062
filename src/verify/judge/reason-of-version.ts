import type { Example } from '../../examples/example.ts';
import {
  lineBefore,
  paragraphAbove,
  paragraphBefore,
  paragraphBelow,
  sectionBelow,
} from '../../examples/extract/page-around.ts';
import type { Ended } from './ended.ts';
import { namesThisVersion, otherVersion } from './named-version.ts';

/** That the page shows what another version of Python prints, and says so. */
export function reasonOfVersion(ended: Ended): string | undefined {
  const other = versionsAround(ended).flatMap((text) => otherVersion(text, ended.running) ?? [])[0];
  return other && `It is for ${other}, and this is another version.`;
}

/** The texts that may say for which version of Python a block is. */
function versionsAround({ example, result, outcome, page }: Ended): string[] {
  const { code, output, prompt } = example;
  const start = prompt?.fence ?? code.span.start;
  const opening = page.slice(start).split('\n', 1)[0] ?? '';
  const said = [
    example.notebook ? example.notebook.announcement : paragraphAbove(page, start),
    // Some code that ends with an exception may be there for the output below it.
    result.end.how === 'raised' && !example.notebook && !prompt ? wordsBelow(page, code.span.end) : '',
    output && !prompt ? paragraphBefore(page, output.span.start) : '',
    /\brequires=/.test(opening) ? opening : '',
    prompt ? (/^\s*>>> (#.*)$/.exec(lineBefore(page, code.span.start))?.[1] ?? '') : '',
  ];
  return [...said.map(lastSentence), ...(isOfVersion(outcome) ? [bannerOf(example, page)] : [])];
}

function isOfVersion({ finding }: Ended['outcome']): boolean {
  return finding?.kind === 'version';
}

/** The line with which the Python of a session says its version as it starts. */
function bannerOf({ code, prompt }: Example, page: string): string {
  const above = prompt ? page.slice(prompt.fence, code.span.start) : '';
  return /^[ \t>]*(Python \d+\.\d+(?:\.\d+)?) \(/m.exec(above)?.[1] ?? '';
}

/** The paragraph below a fence, if it is none of code. */
function wordsBelow(page: string, end: number): string {
  const below = paragraphBelow(page, end);
  return /^[ \t>]*(?:`{3}|~{3})/.test(below) ? '' : below;
}

/** A paragraph may name a version without being about one: only what announces an output, a tab and a comment count. */
function lastSentence(text: string): string {
  const sentence = text.split(/(?<=[.!?])\s+(?=\p{Lu})/u).at(-1) ?? '';
  return /[:：]\**\s*$|^\s*(?:===|#|```|~~~|>>>)|^\W*output\b/i.test(sentence) ? sentence : '';
}

/** Whether a sentence further down in its section says that the block does not work in the running version. */
export function failsInThisVersion({ example: { code, notebook, cell }, page, running }: Ended): boolean {
  if (notebook || cell) return false;
  return sectionBelow(page, code.span.end)
    .split(/(?<=[.!?])\s+|\n(?=\s*(?:[-*+]|\d+\.)\s)|\n\s*\n/)
    .some((sentence) => {
      const [, where = ''] = /(?:\bnot|n['’]t|\bno longer) work\b(.*)/is.exec(sentence) ?? [];
      return namesThisVersion(where, running);
    });
}
