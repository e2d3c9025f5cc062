import { type ProgressRecord, readEvents } from './progress-record.ts';

/** The format of what is stored. A newer one is another program's, and is left alone. */
const version = 1;

/** A text that was stored: a record, nothing that can be read, or the record of a newer program. */
export type StoredText =
  | { readonly kind: 'record'; readonly record: ProgressRecord }
  | { readonly kind: 'broken' }
  | { readonly kind: 'newer' };

export function readStored(text: string): StoredText {
  const value = parse(text);
  if (typeof value !== 'object' || value === null || !('version' in value)) return { kind: 'broken' };
  if (typeof value.version === 'number' && value.version > version) return { kind: 'newer' };
  if (value.version !== version || !('events' in value) || !Array.isArray(value.events)) return { kind: 'broken' };
  return { kind: 'record', record: readEvents(value.events) };
}

export function writeStored(record: ProgressRecord): string {
  return JSON.stringify({ version, events: record });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
