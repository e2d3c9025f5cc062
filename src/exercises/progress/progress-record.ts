/** The outcomes of an item of the guide. */
export const outcomes = ['read', 'tried', 'passed', 'hinted', 'missed', 'looked-at', 'skipped'] as const;

/** `hinted` is passed after help; `looked-at` is a solution or an answer that was opened instead. */
export type Outcome = (typeof outcomes)[number];

/** When, in milliseconds since 1970, and what. */
export type ProgressEvent = readonly [at: number, outcome: Outcome];

/** All that is known of one item, oldest first. Records only grow, so two of them can always be merged. */
export type ProgressRecord = readonly ProgressEvent[];

/** Events that are kept of one item: the newest. Scheduling needs a few, and a browser stores a few megabytes in all. */
const longestRecord = 60;

/**
 * Both records in one. The order of merging makes no difference, and merging again changes nothing; so tabs, files and
 * devices that exchange their records in any order come to the same.
 */
export function mergeRecords(one: ProgressRecord, other: ProgressRecord): ProgressRecord {
  const events = new Map([...one, ...other].map((event) => [event.join(' '), event]));
  return [...events.values()].sort(inOrder).slice(-longestRecord);
}

function inOrder([at, outcome]: ProgressEvent, [otherAt, other]: ProgressEvent): number {
  return at - otherAt || outcomes.indexOf(outcome) - outcomes.indexOf(other);
}

/** Whether a record has all events of another one that it would keep. */
export function holds(record: ProgressRecord, part: ProgressRecord): boolean {
  return mergeRecords(record, part).join(' ') === record.join(' ');
}

/** The events of any value that are events; whatever else it holds is left out. */
export function readEvents(value: unknown): ProgressRecord {
  return Array.isArray(value) ? mergeRecords(value.filter(isEvent), []) : [];
}

function isEvent(value: unknown): value is ProgressEvent {
  return (
    Array.isArray(value) &&
    value.length === 2 &&
    Number.isSafeInteger(value[0]) &&
    value[0] >= 0 &&
    (outcomes as readonly unknown[]).includes(value[1])
  );
}
