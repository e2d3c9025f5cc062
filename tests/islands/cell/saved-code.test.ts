import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SavedCodeKeeper } from '../../../src/islands/cell/saved-code.ts';
import { pageStorage } from '../../../src/islands/dom/page-storage.ts';
import { MemoryStore } from '../memory-store.ts';

function keeperOf(store: MemoryStore, path = '/a/', id = 'one'): SavedCodeKeeper {
  return new SavedCodeKeeper(
    pageStorage(() => store),
    path,
    id,
  );
}

describe('SavedCodeKeeper', () => {
  it('stores the code of each cell of each page separately, and deletes one alone', () => {
    const store = new MemoryStore();
    const [one, two] = [keeperOf(store), keeperOf(store, '/a/', 'two')];
    expect(one.write({ code: 'x = 1', lesson: 'x = 0' })).toEqual({ kind: 'kept' });
    two.write({ code: 'y', lesson: '' });
    expect(keeperOf(store, '/b/', 'one').read()).toBeUndefined();
    two.forget();
    expect(keeperOf(store, '/a/', 'two').read()).toBeUndefined();
    expect(keeperOf(store).read()).toEqual({ code: 'x = 1', lesson: 'x = 0' });
  });

  it.each(['', '{', 'null', '"x"', '{"code": 1, "lesson": ""}', '{"code": "x"}'])('reads nothing from %s', (text) => {
    const store = new MemoryStore();
    store.setItem('code /a/#one', text);
    expect(keeperOf(store).read()).toBeUndefined();
    // What cannot be read is nobody’s draft.
    expect(keeperOf(store).write({ code: 'x', lesson: '' })).toEqual({ kind: 'kept' });
  });

  it('reports when the browser stores nothing, and keeps it until the page is closed', () => {
    const store = new MemoryStore();
    store.refuses = true;
    const keeper = keeperOf(store);
    expect(keeper.write({ code: 'x', lesson: '' })).toEqual({ kind: 'refused' });
    expect(keeper.read()).toEqual({ code: 'x', lesson: '' });
    store.refuses = false;
    expect(keeper.write({ code: 'xy', lesson: '' })).toEqual({ kind: 'kept' });
    expect(keeperOf(store).read()).toEqual({ code: 'xy', lesson: '' });
  });

  it('never takes away what another tab has left, unless the reader has seen it', () => {
    const act = fc.record({
      tab: fc.nat({ max: 2 }),
      does: fc.constantFrom('write', 'write', 'write', 'forget', 'choose mine', 'open anew'),
      code: fc.constantFrom('a', 'b', 'c'),
    });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
        const store = new MemoryStore();
        const stored = () => store.getItem('code /a/#one');
        const tabs = [0, 1, 2].map(() => keeperOf(store));
        // What each tab has seen in the store.
        const seen: (string | null)[] = tabs.map(stored);
        for (const { tab, does, code } of acts) {
          const before = stored();
          if (does === 'open anew') tabs[tab] = keeperOf(store);
          if (does === 'choose mine' || does === 'open anew') {
            tabs[tab]?.read();
            seen[tab] = before;
          }
          const written =
            does === 'write' || does === 'choose mine' ? tabs[tab]?.write({ code, lesson: '' }) : undefined;
          if (does === 'forget') tabs[tab]?.forget();
          const isLost = before !== null && stored() !== before;
          if (isLost) expect(seen[tab]).toBe(before);
          if (written?.kind === 'held') expect(stored()).toBe(before);
          if (written?.kind === 'kept') expect(tabs[tab]?.read()?.code).toBe(code);
          if (written?.kind !== 'held')
            seen[tab] = does === 'forget' && stored() === before ? (seen[tab] ?? null) : stored();
        }
      }),
    );
  });
});
