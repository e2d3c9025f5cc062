import type { Root } from 'mdast';
import type { VFileMessage } from 'vfile-message';
import type { Diagnostic } from '../../core/diagnostic.ts';

/** Where a text is no MDX, and the tree of the rest if there is one. */
export interface MdxFaults {
  readonly diagnostics: readonly Diagnostic[];
  readonly rest?: Root;
}

/** After so many faults the text is something else than MDX. */
const mostFaults = 30;

/**
 * Finds all places at which a text is no MDX. A parser stops at the first one: its paragraph is blanked out, and the rest
 * is read again, so that offsets and lines stay.
 */
export function findMdxFaults(file: string, text: string, parse: (text: string) => Root): MdxFaults {
  const diagnostics: Diagnostic[] = [];
  for (let rest = text; diagnostics.length < mostFaults; ) {
    try {
      return { diagnostics, rest: parse(rest) };
    } catch (error) {
      if (!isMessage(error)) throw error;
      const fault = describe(file, error, rest);
      diagnostics.push(fault);
      // A tag that is closed by another one is the same mistake at both places. Of what has no end only the tag is blanked.
      const others = [...error.reason.matchAll(/\((\d+):\d+-/g)].map(([, line]) => Number(line));
      const lines = isUnclosed(fault) ? others : [fault.place.line, ...others];
      const less = lines.reduce(withoutParagraph, rest);
      if (less === rest) break;
      rest = less;
    }
  }
  return { diagnostics };
}

function isMessage(error: unknown): error is VFileMessage {
  return error instanceof Error && 'reason' in error;
}

/** Whether a diagnostic says that a formula or a fence has no end, so that what follows is read in the wrong way. */
export function isUnclosed({ rule }: Diagnostic): boolean {
  return rule === 'formula/unclosed' || rule === 'fence/unclosed';
}

function describe(file: string, { reason, line, column }: VFileMessage, text: string): Diagnostic {
  const [, tag, tagLine, tagColumn] = /^Expected a closing tag for `(<[^`]*>)` \((\d+):(\d+)-/.exec(reason) ?? [];
  const isOpen = tag !== undefined;
  const swallowed = isOpen && openBefore(text, Number(tagLine), tag.replace('<', '</'));
  if (swallowed) {
    const { run, line, column, end } = swallowed;
    const [rule, what] = run.startsWith('$') ? ['formula/unclosed', 'formula'] : ['fence/unclosed', 'fence'];
    const message = `This ${what} is not closed before \`${tag.replace('<', '</')}\`, in line ${end}.`;
    return { rule, place: { file, line, column }, message, hint: `Close it with a line that is only ${run}.` };
  }
  const start = /^Unexpected end of file in expression/.test(reason) ? openBrace(text) : undefined;
  const place = { file, line: Number(tagLine ?? line ?? 1), column: Number(tagColumn ?? column ?? 1), ...start };
  const where = reason.endsWith('`paragraph`') ? ' before its paragraph ends' : '';
  const message = isOpen ? `\`${tag}\` is not closed${where}.` : reason;
  return { rule: 'markdown/syntax', place, message, hint: hintFor(reason) };
}

/** The formula or the fence that begins below a tag and does not end before the tag's partner, which is then a part of it. */
function openBefore(text: string, tagLine: number, partner: string) {
  let open: { readonly run: string; readonly line: number; readonly column: number } | undefined;
  for (const [i, one] of text.split('\n').entries()) {
    if (i + 1 < tagLine) continue;
    if (open && one.includes(partner)) return { ...open, end: i + 1 };
    if (one.includes(partner)) return undefined;
    const [, ahead = '', run = '', word = ''] = /^([ \t>]*)(`{3,}|~{3,}|\${2,})([^`$]*)$/.exec(one) ?? [];
    if (run === '') continue;
    if (!open) open = { run, line: i + 1, column: ahead.length + 1 };
    else if (word.trim() === '' && run.startsWith(open.run)) open = undefined;
  }
  return undefined;
}

/** The brace at the beginning of a line that is never closed: the parser names the end of the file. */
function openBrace(text: string): { readonly line: number; readonly column: number } | undefined {
  for (const { 0: ahead, index } of text.matchAll(/^[ \t>]*(?=\{)/gm)) {
    const after = text.slice(index + ahead.length);
    const end = after.startsWith('{/*') ? after.indexOf('*/') : after.search(/\}[ \t]*$/m);
    if (end === -1) return { line: text.slice(0, index).split('\n').length, column: ahead.length + 1 };
  }
  return undefined;
}

/** The text with blanks in place of the lines around one, up to a blank line, a fence or another item of a list. */
function withoutParagraph(text: string, line: number): string {
  const lines = text.split('\n');
  const isEdge = (i: number) => /^\s*$|^\s*(?:`{3}|~{3})/.test(lines[i] ?? '');
  const isItem = (i: number) => /^\s*(?:[-*+]|\d+[.)])\s/.test(lines[i] ?? '');
  const at = line - 1;
  let [first, end] = [at, at];
  while (!isEdge(first - 1) && !isItem(first)) first -= 1;
  while (!isEdge(end) && !(end > at && isItem(end))) end += 1;
  for (let i = first; i < end; i++) lines[i] = (lines[i] ?? '').replace(/[^\r]/g, ' ');
  return lines.join('\n');
}

function hintFor(reason: string): string {
  if (/end of file in expression/.test(reason)) return 'Close the brace, and a comment as `{/* text */}`.';
  if (/acorn|expression/i.test(reason)) {
    return 'In MDX `{` begins code. Write `\\{` for a brace in a sentence, or put it in `code` or in $mathematics$.';
  }
  if (/closing tag|end-tag|to close/i.test(reason)) {
    return 'Close every component, each in the paragraph or list in which it was opened, with blank lines around blocks.';
  }
  if (/closing slash/.test(reason)) return 'Take this tag out, or open the component before it: `<Note title="…">`.';
  if (/attribute value/.test(reason)) return 'Write the value in straight quotes: `of="gradient"`.';
  if (/attribute/.test(reason)) return 'Write attributes as `name="text"`, with blanks between them.';
  if (/to create a comment/.test(reason)) return 'Write a comment as `{/* text */}`.';
  if (/to create a link/.test(reason)) return 'Write a link as `[text](address)`.';
  return 'In MDX `<` begins a component. Write `&lt;` for less-than in a sentence, or put it in `code` or in $mathematics$.';
}
