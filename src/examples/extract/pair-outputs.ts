import type { Convention, GuideReading } from '../guide-reading.ts';
import { holdsPrompt, infoOf, languageKind, shownWord } from './fence-language.ts';
import type { ReadFence } from './read-fence.ts';

/** How a file is read: see `extractExamples`. */
export type Dialect = 'lesson' | 'guide';

/** One child of a container, reduced to what pairing code with its output needs. */
export type Block =
  | { readonly kind: 'fence'; readonly read: ReadFence }
  | { readonly kind: 'announcement' | 'comment' | 'sentence' | 'other'; readonly text?: string };

const shellWords = new Set(['bash', 'sh', 'shell', 'zsh', 'console', 'powershell', 'cmd', 'bat', 'shell-session']);
const outputWords = new Set(
  ['', 'output', 'text', 'txt', 'plain', 'plaintext', 'console', 'none', 'raw', 'nohighlight', 'no-highlight'].concat([
    'stdout',
    'out',
    'result',
    'results',
    'log',
    'terminal',
    'ansi',
  ]),
);

/** Whether a fence's language is one in which guides show what a program prints. */
export function isPlain(read: ReadFence): boolean {
  return outputWords.has(shownWord(read));
}

/** Whether a fence shows how to run a program. */
export function isShell(read: ReadFence): boolean {
  return shellWords.has(shownWord(read));
}

/** Whether a fence of any language may be the output that the text before it announces: it is no command. */
export function mayBeAnnounced(read: ReadFence, before: Block | undefined): boolean {
  const isCommand = isShell(read) && (/^[ \t]*[$%>] /m.test(read.fence.text) || runsPython.test(read.fence.text));
  return before?.kind === 'announcement' && !isCommand;
}

/** Whether the last line of a text is that of an exception. */
export function endsWithException(text: string): boolean {
  const last = text.trimEnd().split('\n').at(-1) ?? '';
  return /^(?:\w+\.)*\w+(?:Error|Exception|Exit|Interrupt|Iteration)(?::\s|$)/.test(last);
}

/**
 * Where a page shows a traceback in a fence of Python, as an announced output: the fence with no language. The last line of
 * such an output is that of an exception.
 */
export function withShownErrors(blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block, i) => {
    if (block.kind !== 'fence' || blocks[i - 1]?.kind !== 'announcement') return block;
    const { text } = block.read.fence;
    const isShown = endsWithException(text) && !holdsPrompt(text);
    return isShown && languageKind(infoOf(block.read)).is === 'python'
      ? { ...block, read: { ...block.read, language: '' } }
      : block;
  });
}

/**
 * For each fence of a container that is an expected output, the Python fence that prints it, or `undefined` where there
 * is none.
 *
 * In a lesson an `output` fence belongs to the Python fence directly before it. In a guide a plain fence is an output
 * when it is called `output` or is announced; it belongs to the nearest Python fence before it, with nothing but
 * sentences, comments and a shell fence that runs Python between: a heading, other code, or an earlier output ends the
 * search. Outputs of other languages are ignored.
 */
export function pairOutputs(
  blocks: readonly Block[],
  { dialect, isPython, conventions }: PairingRules,
): Map<ReadFence, Pairing> {
  const pairs = new Map<ReadFence, Pairing>();
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== 'fence' || isPython(block.read)) continue;
    const { read } = block;
    const shownBy = dialect === 'lesson' ? inLesson(read) : conventionOf(blocks, index, { isPython, conventions });
    if (shownBy === undefined) continue;
    const isError = shownBy === 'error fence';
    const passes = (before: Block) =>
      dialect === 'guide' && (isHarmless(before, pairs) || (isError && isOutput(before, pairs)));
    let at = index - 1;
    while (at >= 0 && passes(blocks[at] as Block)) at -= 1;
    if (isError && isApart(blocks.slice(at + 1, index))) at = -1;
    const owner = blocks[at];
    if (dialect === 'guide' && owner && isOtherCode(owner, pairs, isPython)) continue;
    const python = owner?.kind === 'fence' && isPython(owner.read) ? owner.read : undefined;
    // The command of a shell fence may run another program than one of this page.
    if (!python && blocks.slice(at + 1, index).some((one) => one.kind === 'fence' && isShell(one.read))) continue;
    pairs.set(read, { code: python, shownBy });
  }
  return pairs;
}

/** Whether an error stands apart from the code: there is an output between them, and text, which may be about other code. */
function isApart(between: readonly Block[]): boolean {
  return (
    between.some(({ kind }) => kind === 'fence') && between.some(({ kind }) => kind !== 'fence' && kind !== 'comment')
  );
}

/** The Python fence that an output belongs to, if there is one, and the convention by which it is an output. */
export interface Pairing {
  readonly code: ReadFence | undefined;
  readonly shownBy: Convention;
}

function inLesson({ language }: ReadFence): Convention | undefined {
  return language === 'output' ? 'output fence' : undefined;
}

/** The properties of a file that decide which fences are outputs. */
export interface PairingRules extends Pick<GuideReading, 'conventions'> {
  readonly dialect: Dialect;
  readonly isPython: (read: ReadFence) => boolean;
}

/** The convention by which a fence of a guide is an output, of those that count. */
function conventionOf(
  blocks: readonly Block[],
  index: number,
  { isPython, conventions }: Omit<PairingRules, 'dialect'>,
): Convention | undefined {
  const block = blocks[index];
  if (block?.kind !== 'fence') return undefined;
  const { read } = block;
  const candidates: Convention[] = [];
  if (shownWord(read) === 'output') candidates.push('output fence');
  if (/^\{(?:code-)?cell-output\}$/.test(read.language)) candidates.push('cell output');
  if (shownWord(read) === 'error') candidates.push('error fence');
  if (isPlain(read) && isAnnounced(blocks, index)) candidates.push('announced fence');
  if (isPlain(read) && isAdjacent(blocks, index, isPython)) candidates.push('fence after the code');
  return candidates.find((one) => conventions[one] === 'always');
}

/** Whether nothing but comments is between a fence and the Python fence before it. */
function isAdjacent(blocks: readonly Block[], index: number, isPython: (read: ReadFence) => boolean): boolean {
  const before = blocks.slice(0, index).findLast(({ kind }) => kind !== 'comment');
  return before?.kind === 'fence' && isPython(before.read);
}

function isAnnounced(blocks: readonly Block[], index: number): boolean {
  let at = index - 1;
  while (blocks[at]?.kind === 'comment') at -= 1;
  return blocks[at]?.kind === 'announcement';
}

/** Whether a block is the output of the code before it, after which the code may have raised. */
function isOutput(block: Block, pairs: ReadonlyMap<ReadFence, unknown>): boolean {
  return block.kind === 'fence' && shownWord(block.read) === 'output' && pairs.has(block.read);
}

function isHarmless(block: Block, outputs: ReadonlyMap<ReadFence, unknown>): boolean {
  if (block.kind !== 'fence') return block.kind !== 'other';
  return isShell(block.read) && !outputs.has(block.read) && runsPython.test(block.read.fence.text);
}

const runsPython = /\bpy(?:thon[\d.]*|py)?\b|\.py\b/;

function isOtherCode(
  block: Block,
  outputs: ReadonlyMap<ReadFence, unknown>,
  isPython: (read: ReadFence) => boolean,
): boolean {
  if (block.kind !== 'fence' || isPython(block.read) || outputs.has(block.read)) return false;
  return isShell(block.read) || !isPlain(block.read);
}
