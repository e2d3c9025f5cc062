import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { keepSnapshot, readSnapshot } from '../../../src/python/page/load-page-runtime.ts';
import type { RuntimeCache } from '../../../src/python/page/runtime-cache.ts';
import { takeSnapshot } from '../../../src/python/page/take-snapshot.ts';

const runtime = { folder: '/python/', files: [], full: undefined };
const snapshot = new Uint8Array([1, 2, 3, 4]).buffer;

const kept = new Map<string, ArrayBuffer>();
const cache: RuntimeCache = {
  read: async (address) => kept.get(address),
  has: async (address) => kept.has(address),
  write: async (address, bytes) => void kept.set(address, bytes),
  forget: async (address) => void kept.delete(address),
};
beforeEach(() => kept.clear());
afterEach(() => vi.restoreAllMocks());

const read = async () => {
  const found = await readSnapshot(runtime, cache);
  return found && [...new Uint8Array(found)];
};
const addressOf = (part: RegExp) => [...kept.keys()].find((address) => part.test(address)) ?? '';

it('a snapshot of an earlier visit is used', async () => {
  expect(await read()).toBeUndefined();
  await keepSnapshot(runtime, snapshot, cache);
  expect(await read()).toEqual([1, 2, 3, 4]);
});

it.each([
  ['cut short', [1, 2, 3]],
  ['changed in one place', [1, 2, 9, 4]],
  ['empty', []],
])('a snapshot that is %s is not used, and another one takes its place', async (_, spoiled) => {
  await keepSnapshot(runtime, snapshot, cache);
  kept.set(addressOf(/snapshot$/), new Uint8Array(spoiled).buffer);
  expect(await read()).toBeUndefined();
  await keepSnapshot(runtime, snapshot, cache);
  expect(await read()).toEqual([1, 2, 3, 4]);
});

it('a snapshot of which only the bytes could be stored is not used', async () => {
  await keepSnapshot(runtime, snapshot, cache);
  kept.delete(addressOf(/label$/));
  expect(await read()).toBeUndefined();
});

it('another version of the browser does not use a snapshot, and its own takes the place of that', async () => {
  await keepSnapshot(runtime, snapshot, cache);
  const version = vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue('the next version');
  expect(await read()).toBeUndefined();
  await keepSnapshot(runtime, snapshot, cache);
  expect(await read()).toEqual([1, 2, 3, 4]);
  expect(kept.size).toBe(2);
  version.mockRestore();
  expect(await read()).toBeUndefined();
});

it('Python starts from nothing where the digest of a snapshot cannot be computed', async () => {
  await keepSnapshot(runtime, snapshot, cache);
  const digest = vi.spyOn(crypto.subtle, 'digest').mockRejectedValue(new DOMException('no memory', 'OperationError'));
  expect(await read()).toBeUndefined();
  kept.clear();
  await keepSnapshot(runtime, snapshot, cache);
  expect(kept.size).toBe(0);
  digest.mockRestore();
});

it('a snapshot that does not fit into memory is not taken', () => {
  expect(takeSnapshot({ snapshot: () => new Uint8Array(snapshot) })).toEqual(snapshot);
  const full = () => {
    throw new RangeError('Array buffer allocation failed');
  };
  expect(takeSnapshot({ snapshot: full })).toBeUndefined();
});
