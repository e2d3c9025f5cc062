import { describe, expect, it, vi } from 'vitest';
import { FakeBrowser, noNetwork, serving, signIn } from './fake-world.ts';

const first = {
  '': '<title>Home</title>1',
  'guide/a/': '<title>A</title>1',
  'guide/b/': '<title>B</title>1',
  '_astro/cell.11111111.js': 'cell 1',
  '_astro/same.33333333.js': 'same',
  'python/0123/sources.json.gz': 'python 1',
};
const second = {
  '': '<title>Home</title>2',
  'guide/a/': '<title>A</title>2',
  'guide/b/': '<title>B</title>2',
  '_astro/cell.22222222.js': 'cell 2',
  '_astro/same.33333333.js': 'same',
  'python/4567/sources.json.gz': 'python 2',
};
const paths = (texts: object) => Object.keys(texts);

/** A browser in which the first version has cached some files. */
async function browserWith(kept: readonly string[]) {
  const browser = new FakeBrowser();
  browser.answer = serving(first);
  const old = browser.worker('1', first);
  expect(await old.keepPaths(kept)).toEqual({ failed: [] });
  browser.answer = serving(second);
  return { browser, old, next: browser.worker('2', second) };
}

describe('what is cached', () => {
  it.each([
    ['a sign-in page', signIn, 'wrong'],
    ['a file of another deployment', serving(second), 'wrong'],
    ['an error', serving({}), 'wrong'],
    ['nothing', noNetwork, 'unreachable'],
  ] as const)('%s never takes the place of a file', async (_, answer, why) => {
    const { browser, old } = await browserWith(['guide/a/']);
    browser.answer = answer;
    const response = answer('guide/a/');
    if (response) expect(await old.keep(`${browser.home}guide/a/`, response)).toBe('wrong');
    expect(await browser.text(old, 'guide/a/')).toBe(first['guide/a/']);
    expect((await old.keepPaths(['guide/b/'])).failed).toEqual([{ path: 'guide/b/', why }]);
    expect(await browser.text(old, 'guide/b/')).toBeUndefined();
  });

  it.each(['keys', 'open'] as const)('is fetched where the storage never answers `%s`', async (question) => {
    const { browser, old } = await browserWith(['guide/a/']);
    vi.spyOn(browser.caches, question).mockReturnValue(new Promise<never>(() => undefined));
    vi.useFakeTimers();
    const read = browser.text(old, 'guide/a/');
    await vi.advanceTimersByTimeAsync(10_000);
    vi.useRealTimers();
    expect(await Promise.race([read, new Promise((resolve) => setImmediate(resolve, 'it waits'))])).toBeUndefined();
  });

  it.each([
    ['cut short', 'cel'],
    ['replaced', 'throw 1'],
  ])('is not used once it is %s, and is fetched again', async (_, spoiled) => {
    const { browser, old } = await browserWith(['guide/a/', '_astro/cell.11111111.js']);
    browser.answer = serving(first);
    const [name = ''] = await browser.caches.keys();
    const cache = (await browser.caches.open(name)) as Cache;
    for (const path of ['guide/a/', '_astro/cell.11111111.js'] as const) {
      await cache.put(browser.home + path, new Response(spoiled));
      expect(await browser.text(old, path)).toBeUndefined();
      expect(await old.keepPath(path)).toBe('kept');
      expect(await browser.text(old, path)).toBe(first[path]);
    }
  });

  it('is one entry for a page, whatever its query, and nothing of other sites', async () => {
    const { browser, old } = await browserWith([]);
    browser.answer = () => new Response(first['guide/a/']);
    await old.keepAddresses(['guide/a/?x=1', 'guide/a/?y', 'no/such/'].map((path) => browser.home + path));
    await old.keepAddresses(['https://other.example/guide/a/']);
    expect(browser.asked.filter((path) => path === 'guide/a/')).toHaveLength(1);
    expect((await old.whole()).missing).toHaveLength(paths(first).length - 1);
  });

  it('says that the browser refuses to store more', async () => {
    const { browser, next } = await browserWith([]);
    browser.caches.isFull = true;
    expect((await next.keepPaths([''])).failed).toEqual([{ path: '', why: 'refused' }]);
    expect(await next.wantWhole(true).catch(() => 'refused')).toBe('refused');
  });
});

describe('without a network', () => {
  it('a page that was never opened is replaced by a list of those that were', async () => {
    const { old } = await browserWith(['', 'guide/b/', '_astro/cell.11111111.js']);
    const page = await old.offlinePage();
    const text = await page.text();
    expect(page.status).toBe(503);
    expect(text).toContain('There is no network');
    expect([...text.matchAll(/<li><a href="([^"]*)">([^<]*)/g)].map(([, ...link]) => link)).toEqual([
      ['/calculus/', 'Home'],
      ['/calculus/guide/b/', 'B'],
    ]);
  });

  it('no list is shown where nothing was opened', async () => {
    const { old } = await browserWith([]);
    expect(await (await old.offlinePage()).text()).not.toContain('<li>');
  });
});

describe('a new version', () => {
  it('is ready once it has all that was cached of the one before, and fetches nothing that is the same', async () => {
    const { browser, next } = await browserWith(['guide/a/', '_astro/cell.11111111.js', '_astro/same.33333333.js']);
    browser.asked.length = 0;
    await next.prepare();
    expect(browser.asked).toEqual(['guide/a/', '_astro/cell.22222222.js']);
    browser.answer = noNetwork;
    expect(await browser.text(next, 'guide/a/')).toBe(second['guide/a/']);
    expect(await browser.text(next, '_astro/cell.22222222.js')).toBe('cell 2');
  });

  it.each([
    ['the connection breaks', noNetwork],
    ['a network asks to sign in', signIn],
  ])('is not ready when %s, and the one before goes on', async (_, answer) => {
    const { browser, old, next } = await browserWith(['guide/a/']);
    browser.answer = answer;
    await expect(next.prepare()).rejects.toThrow('guide/a/ of the new version');
    expect(await browser.text(old, 'guide/a/')).toBe(first['guide/a/']);
  });

  it('is ready without any cached file in a browser that stores none', async () => {
    const { browser, next } = await browserWith(['guide/a/']);
    browser.caches.isFull = true;
    await next.prepare();
    expect((await next.whole()).missing).toHaveLength(paths(second).length);
  });

  it('keeps the files of the one before as long as a page of it is open', async () => {
    const { browser, next } = await browserWith(['guide/a/', '_astro/cell.11111111.js']);
    browser.openPages = ['tab 1', 'tab 2'];
    await next.prepare();
    await next.takeOver();
    for (const open of [
      ['tab 1', 'tab 2'],
      ['tab 2', 'tab 3'],
    ]) {
      browser.openPages = open;
      await next.tidy();
      expect(await browser.text(next, '_astro/cell.11111111.js')).toBe('cell 1');
    }
    browser.openPages = ['tab 3'];
    await next.tidy();
    expect(await browser.text(next, '_astro/cell.11111111.js')).toBeUndefined();
    expect(await browser.text(next, 'guide/a/')).toBe(second['guide/a/']);
    // Only the cache of its version is left: nothing that is not needed.
    expect(await browser.caches.keys()).toEqual(['calculus-for-ml pages /calculus/ 2']);
  });

  it('has its Python as long as one of its pages is open, whichever page has opened the next one', async () => {
    const { browser, next } = await browserWith(['guide/a/', 'python/0123/sources.json.gz']);
    await next.prepare();
    await next.keepPaths(['python/4567/sources.json.gz']);
    browser.openPages = ['tab 1'];
    await next.takeOver();
    const python = async () => (await browser.caches.keys()).filter((name) => name.includes('python'));
    const names = ['0123', '4567'].map((digest) => `calculus-for-ml python /calculus/python/${digest}/`);
    for (const open of [['tab 1'], ['tab 1', 'tab 2']]) {
      browser.openPages = open;
      await next.tidy();
      expect(await python()).toEqual(names);
    }
    browser.openPages = ['tab 2'];
    await next.tidy();
    expect(await python()).toEqual(names.slice(1));
  });

  it('leaves a later version alone, which waits', async () => {
    const { browser, old, next } = await browserWith(['guide/a/']);
    await next.prepare();
    await old.tidy();
    expect(await browser.text(next, 'guide/a/')).toBe(second['guide/a/']);
  });

  it('leaves the caches of other sites alone', async () => {
    const { browser, next } = await browserWith(['guide/a/']);
    const others = [
      'pages',
      'calculus-for-ml pages /x/',
      'calculus-for-ml pages /calculus/x/ 1',
      'calculus-for-ml python /x/python/0123/',
    ];
    for (const name of others) await browser.caches.open(name);
    await next.prepare();
    await next.takeOver();
    await next.tidy();
    await next.wantWhole(false);
    expect(await browser.caches.keys()).toEqual(others);
  });
});

describe('the whole site', () => {
  it('is there without a network, with its Python, and so is each later version', async () => {
    const { browser, old, next } = await browserWith(paths(first));
    expect((await old.whole()).missing).toEqual([]);
    await old.wantWhole(true);
    await next.prepare();
    browser.answer = noNetwork;
    expect(await next.whole()).toMatchObject({ isWanted: true, missing: [] });
    const python = (await browser.caches.keys()).filter((name) => name.includes('python'));
    // The page reads Python from these.
    expect(python).toEqual(['0123', '4567'].map((digest) => `calculus-for-ml python /calculus/python/${digest}/`));
  });

  it('is gone when it is removed, and not wanted of later versions', async () => {
    const { browser, old } = await browserWith(paths(first));
    await old.wantWhole(true);
    await old.wantWhole(false);
    expect(await old.whole()).toMatchObject({ isWanted: false });
    expect((await old.whole()).missing).toHaveLength(paths(first).length);
    expect(browser.asked.length).toBe(paths(first).length);
  });
});
