import type { PageBlockResult } from '../../python/page/python-client.ts';
import type { PageStorage } from '../dom/page-storage.ts';
import type { BlockCode } from './cell-state.ts';

/** A run that is stored while the tab is open, so that its output is restored when the reader returns to the page. */
export interface KeptRun {
  /** All code of the run, the cell's own last. */
  readonly blocks: readonly BlockCode[];
  readonly result: PageBlockResult;
}

/** The maximum number of characters of one run; a tab has a few millions for all. */
const longestRun = 200_000;

/** Stores a run, unless it is too long; the previous one is deleted in both cases. */
export function keepRun(storage: PageStorage, key: string, run: KeptRun): void {
  storage.remove(key);
  const text = JSON.stringify(run);
  if (text.length <= longestRun) storage.write(key, text);
}

/**
 * The stored run, if it consists of the examples `ids` in this order. Its code may be outdated: the caller compares it.
 */
export function readKeptRun(storage: PageStorage, key: string, ids: readonly string[]): KeptRun | undefined {
  const run = parse(storage.read(key));
  if (typeof run !== 'object' || run === null || !('blocks' in run) || !('result' in run)) return undefined;
  const { blocks, result } = run;
  const isOfThese = Array.isArray(blocks) && blocks.length === ids.length && blocks.every(isBlockOf(ids));
  return isOfThese && isResult(result) ? { blocks, result } : undefined;
}

function isBlockOf(ids: readonly string[]) {
  return (block: unknown, i: number): block is BlockCode =>
    typeof block === 'object' &&
    block !== null &&
    'id' in block &&
    block.id === ids[i] &&
    'code' in block &&
    typeof block.code === 'string';
}

function isResult(value: unknown): value is PageBlockResult {
  if (typeof value !== 'object' || value === null) return false;
  const result = value as Partial<Record<keyof PageBlockResult, unknown>>;
  const { end, stdout, stderr, figures, seconds } = result;
  return (
    typeof end === 'object' &&
    end !== null &&
    'how' in end &&
    typeof stdout === 'string' &&
    typeof stderr === 'string' &&
    Array.isArray(figures) &&
    typeof seconds === 'number'
  );
}

function parse(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return undefined;
  }
}
