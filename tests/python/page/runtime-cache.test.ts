import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openRuntimeCache } from '../../../src/python/page/runtime-cache.ts';

const never = () => new Promise<never>(() => undefined);
const refused = async () => {
  throw new DOMException('no room', 'QuotaExceededError');
};
const answering = {
  match: async () => new Response('kept'),
  put: async () => undefined,
  delete: async () => true,
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** The results of all operations on a cache, of which some are silent or refused; within some seconds. */
async function results(open: () => Promise<unknown>) {
  const storage = { open } as unknown as CacheStorage;
  const waiting = (async () => {
    const cache = await openRuntimeCache({ folder: '/python/' }, storage);
    const bytes = new ArrayBuffer(1);
    const [read, has] = await Promise.all([cache.read('a'), cache.has('a')]);
    await Promise.all([cache.write('a', bytes), cache.forget('a')]);
    return { read: read && new TextDecoder().decode(read), has };
  })();
  await vi.advanceTimersByTimeAsync(20_000);
  vi.useRealTimers();
  return Promise.race([waiting, new Promise((resolve) => setImmediate(resolve, 'it waits'))]);
}

it('reads what is kept', async () => {
  expect(await results(async () => answering)).toEqual({ read: 'kept', has: true });
});

it('is empty on a page without HTTPS', async () => {
  const cache = await openRuntimeCache({ folder: '/python/' });
  expect([await cache.read('a'), await cache.has('a')]).toEqual([undefined, false]);
});

const silentBody = () => new Response(new ReadableStream());
it.each([
  ['does not open', never],
  ['is refused', refused],
  ['has no answer to a question', async () => ({ ...answering, match: never })],
  ['refuses a question', async () => ({ ...answering, match: refused })],
  ['does not end what it reads', async () => ({ ...answering, match: async () => silentBody() }), true],
])('a cache that %s counts as empty after some seconds', async (_, open, has = false) => {
  expect(await results(open)).toEqual({ read: undefined, has });
});

it.each([
  ['is silent', never],
  ['refuses', refused],
])('nothing waits for a cache that %s when it is to store or to forget', async (_, act) => {
  const open = async () => ({ ...answering, put: act, delete: act });
  expect(await results(open)).toEqual({ read: 'kept', has: true });
});
