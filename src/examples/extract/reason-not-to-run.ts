import type { GuideReading } from '../guide-reading.ts';
import {
  holdsPrompt,
  infoOf,
  isInteractive,
  languageKind,
  looksLikePython,
  sessionReason,
  shownWord,
} from './fence-language.ts';
import type { Block, Dialect } from './pair-outputs.ts';
import type { ReadFence } from './read-fence.ts';
import { skipMark } from './skip-mark.ts';

/**
 * Why a fence of Python is not run; `undefined` for one that is, and for every other fence.
 *
 * @param before the block before it
 */
export function reasonNotToRun(
  read: ReadFence,
  before: Block | undefined,
  { dialect, skip }: { readonly dialect: Dialect } & Pick<GuideReading, 'skip'>,
): string | undefined {
  const { text } = read.fence;
  // In a lesson, other languages and marks of other tools are errors, with messages of their own.
  if (dialect === 'lesson') return undefined;
  if (read.cell?.reason !== undefined) return read.cell.reason;
  const comment = before?.kind === 'comment' ? before.text : undefined;
  const mark = skipMark({ info: `${read.language} ${read.meta.text}`, before: comment, code: text }, skip);
  const kind = languageKind(infoOf(read));
  if (kind.is !== 'other' && mark !== undefined && holdsPrompt(text)) return `it is marked \`${mark}\``;
  if (kind.is === 'unchecked') return kind.reason;
  if (kind.is === 'other') return reasonFromText(read, before);
  if (/^[ \t]*-+8<-+/m.test(text)) return 'it includes another file (`--8<--`), which is not read';
  if (isInteractive(text)) return sessionReason;
  return mark === undefined ? undefined : `it is marked \`${mark}\``;
}

/** The block before each block; from a comment `skip: start` to `skip: end`, which marks none itself, that comment. */
export function commentsBefore(blocks: readonly Block[]): (Block | undefined)[] {
  const markOf = (block: Block | undefined) =>
    block?.kind === 'comment' ? /^\s*skip:\s*(start|end)\b/.exec(block.text ?? '')?.[1] : undefined;
  let open: Block | undefined;
  return blocks.map((block, i) => {
    const mark = markOf(block);
    if (mark !== undefined) open = mark === 'start' ? block : undefined;
    const before = blocks[i - 1];
    return open ?? (markOf(before) === undefined ? before : undefined);
  });
}

/** A fence of no language, or of another one, may still show Python. */
function reasonFromText(read: ReadFence, before: Block | undefined): string | undefined {
  // An announced fence is an output, unless it begins as a session does.
  if (shownWord(read) === 'output' || (before?.kind === 'announcement' && !/^\s*>>> /.test(read.fence.text)))
    return undefined;
  if (holdsPrompt(read.fence.text)) return sessionReason;
  const looks = read.language === '' && looksLikePython(read.fence.text);
  return looks ? 'it looks like Python and its fence has no language: write `python` if it is' : undefined;
}
