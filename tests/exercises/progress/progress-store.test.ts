import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readProgressFile, writeProgressFile } from '../../../src/exercises/progress/progress-file.ts';
import type { Item } from '../../../src/exercises/progress/progress-item.ts';
import { mergeRecords, outcomes, type ProgressRecord } from '../../../src/exercises/progress/progress-record.ts';
import { type ProgressStorage, ProgressStore } from '../../../src/exercises/progress/progress-store.ts';
import { readStored, writeStored } from '../../../src/exercises/progress/stored-record.ts';

const event = fc.tuple(fc.integer({ min: 0, max: 50 }), fc.constantFrom(...outcomes));
const record = fc.array(event, { maxLength: 90 }).map((events): ProgressRecord => mergeRecords(events, []));
const items: readonly Item[] = ['question/a', 'question/b', 'section/derivatives#top'];

/** A storage of a tab, as a Map. */
function storageOf(kept: Map<string, string>): ProgressStorage {
  return {
    read: (key) => kept.get(key),
    write: (key, value) => kept.set(key, value) === kept,
    remove: (key) => void kept.delete(key),
    keys: (prefix) => [...kept.keys()].filter((key) => key.startsWith(prefix)),
  };
}

/**
 * Tabs as browsers have them: each reads its own copy of the store, and is notified of the writes of others later, in their
 * order; a write of another tab replaces this one's copy before the tab is notified.
 */
class Browser {
  readonly #views: Map<string, string>[];
  readonly #mail: { key: string; value: string | null }[][];
  readonly tabs: ProgressStore[];
  clock = 0;

  constructor(count: number) {
    this.#views = Array.from({ length: count }, () => new Map());
    this.#mail = Array.from({ length: count }, () => []);
    this.tabs = this.#views.map((view, tab) => {
      const send = (key: string, value: string | null) => {
        for (const [other, mail] of this.#mail.entries()) if (other !== tab) mail.push({ key, value });
      };
      const write = (key: string, value: string) => {
        if (view.get(key) !== value) send(key, value);
        view.set(key, value);
        return true;
      };
      const remove = (key: string) => {
        if (view.delete(key)) send(key, null);
      };
      return new ProgressStore({ ...storageOf(view), write, remove }, () => this.clock);
    });
  }

  /** Delivers one write to a tab; returns whether there was one. */
  deliver(tab: number): boolean {
    const letter = this.#mail[tab]?.shift();
    if (!letter) return false;
    if (letter.value === null) this.#views[tab]?.delete(letter.key);
    else this.#views[tab]?.set(letter.key, letter.value);
    this.tabs[tab]?.heard(letter.key, letter.value);
    return true;
  }

  settle(): void {
    while (this.tabs.map((_, tab) => this.deliver(tab)).some(Boolean));
  }
}

describe('records', () => {
  it('merge in any order, any number of times, to the same', () => {
    fc.assert(
      fc.property(record, record, record, (a, b, c) => {
        expect(mergeRecords(a, b)).toEqual(mergeRecords(b, a));
        expect(mergeRecords(mergeRecords(a, b), c)).toEqual(mergeRecords(a, mergeRecords(b, c)));
        expect(mergeRecords(mergeRecords(a, b), b)).toEqual(mergeRecords(a, b));
      }),
    );
  });

  it('come back as they were stored', () => {
    fc.assert(
      fc.property(record, (one) => {
        expect(readStored(writeStored(one))).toEqual({ kind: 'record', record: one });
      }),
    );
  });
});

describe('several tabs', () => {
  const step = fc.oneof(
    fc.record({ tab: fc.nat(2), item: fc.constantFrom(...items), outcome: fc.constantFrom(...outcomes) }),
    fc.record({ deliver: fc.nat(2) }),
  );

  it('never overwrite what another one wrote, however their writes cross', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const browser = new Browser(3);
        const written = new Map<Item, ProgressRecord>();
        for (const one of steps) {
          browser.clock += 1;
          if ('deliver' in one) browser.deliver(one.deliver);
          else {
            browser.tabs[one.tab]?.add(one.item, one.outcome);
            written.set(one.item, mergeRecords(written.get(one.item) ?? [], [[browser.clock, one.outcome]]));
          }
        }
        browser.settle();
        for (const tab of browser.tabs)
          for (const item of items) expect(tab.record(item)).toEqual(written.get(item) ?? []);
      }),
    );
  });

  it('do so when a record is full', () => {
    const browser = new Browser(2);
    const [one, other] = browser.tabs as [ProgressStore, ProgressStore];
    for (browser.clock = 1; browser.clock <= 70; browser.clock++) one.add('question/a', 'missed');
    browser.settle();
    one.add('question/a', 'tried');
    browser.clock += 1;
    other.add('question/a', 'passed');
    browser.settle();
    for (const tab of browser.tabs) {
      expect(tab.record('question/a').slice(-2)).toEqual([
        [71, 'tried'],
        [72, 'passed'],
      ]);
    }
  });

  it('forget together', () => {
    const browser = new Browser(2);
    const [one, other] = browser.tabs as [ProgressStore, ProgressStore];
    one.add('question/a', 'passed');
    browser.settle();
    other.forget();
    browser.settle();
    expect([one.all().size, other.all().size]).toEqual([0, 0]);
    one.add('question/a', 'missed');
    browser.settle();
    expect(other.record('question/a').map(([, outcome]) => outcome)).toEqual(['missed']);
  });
});

describe('the stored progress', () => {
  it('loses nothing else when one record is broken or foreign', () => {
    const texts = [
      '',
      '{',
      'null',
      '[]',
      '7',
      '{"version":1}',
      '{"version":1,"events":7}',
      '{"version":"1","events":[]}',
    ];
    for (const broken of texts) {
      const kept = new Map([
        ['progress question/a', broken],
        ['progress question/b', writeStored([[5, 'passed']])],
        ['progress nothing', writeStored([[5, 'passed']])],
        ['code /guide/start/#loss', 'x = 1'],
      ]);
      const store = new ProgressStore(storageOf(kept), () => 9);
      expect([...store.all()]).toEqual([
        ['question/a', []],
        ['question/b', [[5, 'passed']]],
      ]);
      store.add('question/a', 'tried');
      expect(store.record('question/a'), broken).toEqual([[9, 'tried']]);
      store.forget();
      expect([...kept.keys()]).toEqual(['code /guide/start/#loss']);
    }
  });

  it('keeps the events that can be read, in their order', () => {
    const text = '{"version":1,"events":[[9,"passed"],[3,"missed"],[-1,"read"],[4,"won"],[5],["6","read"],null]}';
    expect(readStored(text)).toEqual({
      kind: 'record',
      record: [
        [3, 'missed'],
        [9, 'passed'],
      ],
    });
  });

  it('is left alone when a newer program wrote it', () => {
    const newer = '{"version":2,"cards":{}}';
    const kept = new Map([['progress question/a', newer]]);
    const store = new ProgressStore(storageOf(kept), () => 9);
    store.add('question/a', 'passed');
    store.heard('progress question/a', newer);
    expect(kept.get('progress question/a')).toBe(newer);
  });

  it('says when the browser keeps nothing, also before anything was answered', () => {
    const kept = new Map<string, string>();
    expect(new ProgressStore(storageOf(kept), () => 9).isKept).toBe(true);
    expect(kept.size).toBe(0);
    const store = new ProgressStore({ ...storageOf(kept), write: () => false }, () => 9);
    expect(store.isKept).toBe(false);
    store.add('question/a', 'passed');
    expect(store.isKept).toBe(false);
  });
});

describe('a file', () => {
  it('brings progress to another device, where it is merged', () => {
    fc.assert(
      fc.property(record, record, (here, there) => {
        const kept = new Map([['progress question/a', writeStored(here)]]);
        const store = new ProgressStore(storageOf(kept), () => 9);
        const read = readProgressFile(writeProgressFile(new Map([['question/a', there]])));
        if (!('progress' in read)) throw new Error(read.problem);
        store.merge(read.progress);
        expect(store.record('question/a')).toEqual(mergeRecords(here, there));
      }),
    );
  });

  it('that is not one says so, and one that is damaged in part is read in part', () => {
    for (const text of ['', '{}', '[]', '{"format":"another"}']) {
      expect(readProgressFile(text)).toEqual({ problem: expect.stringContaining('no progress of this guide') });
    }
    expect(readProgressFile('{"format":"calculus-for-ml progress","version":2}')).toEqual({
      problem: expect.stringContaining('newer version'),
    });
    const file = {
      format: 'calculus-for-ml progress',
      version: 1,
      items: { 'question/a': [[1, 'read']], b: [], 'question/c': 7 },
    };
    expect(readProgressFile(JSON.stringify(file))).toEqual({
      progress: new Map([['question/a', [[1, 'read']]]]),
      refused: 2,
    });
  });
});
