import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Item } from '../../../src/exercises/progress/progress-item.ts';
import { mergeRecords, outcomes, type ProgressRecord } from '../../../src/exercises/progress/progress-record.ts';
import { ankiCards } from '../../../src/exercises/review/anki-cards.ts';
import { dueItems, nextDay } from '../../../src/exercises/review/review-session.ts';
import { returningItems, returnsAt } from '../../../src/exercises/review/schedule.ts';

const day = 24 * 60 * 60 * 1000;
const now = Date.UTC(2026, 0, 2, 12);
const daysOf = (...record: ProgressRecord) => ((returnsAt(record) ?? Number.NaN) - (record.at(-1)?.[0] ?? 0)) / day;

describe('a question returns', () => {
  it('on the next day when it was missed or looked at, later when it was right, in between after help', () => {
    expect(daysOf([now, 'missed'])).toBe(1);
    expect(daysOf([now, 'looked-at'])).toBe(1);
    const [hard, good] = [daysOf([now, 'hinted']), daysOf([now, 'passed'])];
    expect(hard).toBeGreaterThanOrEqual(1);
    expect(good).toBeGreaterThan(hard);
    expect(good).toBeLessThan(7);
  });

  it('after ever longer times while it is right, and soon again when it is missed', () => {
    let record: ProgressRecord = [[now, 'passed']];
    let before = 0;
    for (let i = 0; i < 5; i++) {
      const days = daysOf(...record);
      expect(days).toBeGreaterThan(before);
      before = days;
      record = [...record, [returnsAt(record) ?? 0, 'passed']];
    }
    expect(daysOf(...record, [returnsAt(record) ?? 0, 'missed'])).toBeLessThan(before / 3);
  });

  it('never when it was only seen', () => {
    expect(returnsAt([])).toBeUndefined();
    expect(
      returnsAt([
        [now, 'read'],
        [now, 'skipped'],
        [now, 'tried'],
      ]),
    ).toBeUndefined();
  });

  it('at least a day after it was last answered, the same day for the same answers', () => {
    const event = fc.tuple(fc.integer({ min: now, max: now + 400 * day }), fc.constantFrom(...outcomes));
    fc.assert(
      fc.property(fc.array(event, { minLength: 1, maxLength: 12 }), (events) => {
        const record = mergeRecords(events, []);
        const at = returnsAt(record);
        expect(returnsAt(record)).toBe(at);
        const last = record.findLast(([, outcome]) => ['passed', 'hinted', 'missed', 'looked-at'].includes(outcome));
        expect(at === undefined).toBe(last === undefined);
        if (last && at !== undefined) expect(at - last[0]).toBeGreaterThanOrEqual(day);
      }),
    );
  });
});

describe('what is due', () => {
  const items = Array.from({ length: 40 }, (_, i): Item => `question/q${String(i).padStart(2, '0')}`);
  const progress = new Map(items.map((item, i): [Item, ProgressRecord] => [item, [[now - i * day, 'missed']]]));
  const returning = returningItems(progress);

  it('begins with what waits longest', () => {
    const due = dueItems(returning, now);
    expect(due[0]).toBe('question/q39');
    expect(due.length).toBeGreaterThan(30);
  });

  it('is no prediction', () => {
    expect(returningItems(new Map([['prediction/a', [[now, 'missed']]]]))).toEqual([]);
  });

  it('returns the time of the next one', () => {
    expect(nextDay(returning, new Set(items), now)).toEqual({ days: 1, count: 1 });
    expect(nextDay([], new Set(items), now)).toBeUndefined();
  });
});

describe('cards for Anki', () => {
  it('are a row each, with formulas and code as Anki reads them', () => {
    const text = ankiCards([
      { name: 'slope', prompt: "What is $f'(2)$ for\t$x < 3$?", reply: 'It costs `$x & y`\nand <more>.' },
    ]);
    const rows = text
      .trimEnd()
      .split('\n')
      .filter((line) => !line.startsWith('#'));
    expect(rows).toEqual([
      "What is \\(f'(2)\\) for \\(x &lt; 3\\)?\tIt costs <code>$x &amp; y</code> and &lt;more&gt;.\tcalculus-for-ml::slope",
    ]);
  });
});
