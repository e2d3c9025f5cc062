import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { keepSnapshot, loadPageRuntime } from '../../../src/python/page/load-page-runtime.ts';
import { pageRuntimeFiles } from '../../../src/python/page/page-runtime.ts';
import { FakeCaches } from '../../site/offline/fake-world.ts';

/** The smallest program in WebAssembly, and JSON of no sources. */
const program = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
const contents = pageRuntimeFiles.map((name) => ({
  name,
  bytes: name.includes('wasm') ? program : new TextEncoder().encode('{}'),
}));
const runtime = {
  folder: '/python/',
  files: contents.map(({ name, bytes }) => ({
    name,
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  })),
  full: undefined,
};
const options = { full: false, signal: new AbortController().signal, received: () => undefined };
const snapshot = new Uint8Array([1, 2, 3, 4]).buffer;

let caches: FakeCaches;
beforeEach(() => {
  caches = new FakeCaches();
  vi.stubGlobal('caches', caches);
  vi.stubGlobal(
    'fetch',
    async (address: string) => new Response(contents.find(({ name }) => address.endsWith(name))?.bytes),
  );
});
afterEach(() => vi.unstubAllGlobals());

const loaded = async () => {
  const { snapshot: found } = await loadPageRuntime(runtime, options);
  return found && [...new Uint8Array(found)];
};

it('a snapshot of an earlier visit is used', async () => {
  expect(await loaded()).toBeUndefined();
  await keepSnapshot(runtime, snapshot);
  expect(await loaded()).toEqual([1, 2, 3, 4]);
});

it.each([
  ['cut short', [1, 2, 3]],
  ['changed in one place', [1, 2, 9, 4]],
  ['empty', []],
])('a snapshot that is %s is not used, and another one takes its place', async (_, spoiled) => {
  await keepSnapshot(runtime, snapshot);
  const cache = (await caches.open((await caches.keys())[0] ?? '')) as Cache;
  const address = (await cache.keys()).map(({ url }) => url).find((url) => /snapshot\?[^&]+$/.test(url)) ?? '';
  await cache.put(address, new Response(new Uint8Array(spoiled)));
  expect(await loaded()).toBeUndefined();
  await keepSnapshot(runtime, snapshot);
  expect(await loaded()).toEqual([1, 2, 3, 4]);
});

it('a snapshot of which only the bytes could be stored is not used', async () => {
  await keepSnapshot(runtime, snapshot);
  const cache = (await caches.open((await caches.keys())[0] ?? '')) as Cache;
  await cache.delete((await cache.keys()).map(({ url }) => url).find((url) => url.endsWith('digest')) ?? '');
  expect(await loaded()).toBeUndefined();
});
