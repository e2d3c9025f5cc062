import { isItem } from './progress-item.ts';
import { readEvents } from './progress-record.ts';
import type { Progress } from './progress-store.ts';

const format = 'calculus-for-ml progress';

/** The content of a file, or the reason why it cannot be read, in a sentence for the reader. */
export type ReadFile =
  | { readonly progress: Progress /** Items that could not be read. */; readonly refused: number }
  | { readonly problem: string };

/** The text of a file with all progress. */
export function writeProgressFile(progress: Progress): string {
  return `${JSON.stringify({ format, version: 1, items: Object.fromEntries(progress) }, null, 1)}\n`;
}

/** Reads a file that {@link writeProgressFile} wrote, here or on another device. */
export function readProgressFile(text: string): ReadFile {
  const value = parse(text);
  if (typeof value !== 'object' || value === null || !('format' in value) || value.format !== format) {
    return {
      problem: 'This file holds no progress of this guide. Choose one that was saved here with “Save to a file”.',
    };
  }
  const { version, items } = value as { version?: unknown; items?: unknown };
  if (version !== 1) {
    return { problem: 'This file comes from a newer version of the guide. Reload the page, and try again.' };
  }
  if (typeof items !== 'object' || items === null) return { problem: 'This file is damaged: it has no items.' };
  const entries = Object.entries(items).map(([item, events]) => [item, readEvents(events)] as const);
  const read = entries.flatMap(([item, record]) =>
    isItem(item) && record.length > 0 ? [[item, record] as const] : [],
  );
  return { progress: new Map(read), refused: entries.length - read.length };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
