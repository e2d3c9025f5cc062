import { describe, expect, it } from 'vitest';
import { type KeptRun, keepRun, readKeptRun } from '../../../src/islands/cell/kept-run.ts';
import { pageStorage, storageKey } from '../../../src/islands/dom/page-storage.ts';
import { MemoryStore } from '../memory-store.ts';

const key = storageKey('run', '/a/', 'two');
const run: KeptRun = {
  blocks: [
    { id: 'one', code: 'x = 1\n' },
    { id: 'two', code: 'print(x)\n' },
  ],
  result: { id: 'two', end: { how: 'returned' }, stdout: '1\n', stderr: '', figures: [], seconds: 0.1, kept: false },
};

function storageWith(text?: string) {
  const store = new MemoryStore();
  if (text !== undefined) store.setItem(key, text);
  return pageStorage(() => store);
}

describe('a kept run', () => {
  it('is read again for the same examples, and for no others', () => {
    const storage = storageWith();
    keepRun(storage, key, run);
    expect(readKeptRun(storage, key, ['one', 'two'])).toEqual(run);
    for (const ids of [['two'], ['two', 'one'], ['one', 'new', 'two'], []]) {
      expect(readKeptRun(storage, key, ids)).toBeUndefined();
    }
  });

  it('that is too long is not kept, nor is the one before it', () => {
    const storage = storageWith();
    keepRun(storage, key, run);
    keepRun(storage, key, { ...run, result: { ...run.result, stdout: 'x'.repeat(300_000) } });
    expect(readKeptRun(storage, key, ['one', 'two'])).toBeUndefined();
  });

  it.each(['', '{', 'null', '3', '{"blocks": 1, "result": {}}', JSON.stringify({ ...run, result: { end: null } })])(
    'is not read from %s',
    (text) => expect(readKeptRun(storageWith(text), key, ['one', 'two'])).toBeUndefined(),
  );
});
