import { readdirSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { onlyWhole } from '../depth.ts';
import { CellOnPage, cellLesson, showReader, startTimeout, waitForReader } from './cell.ts';
import { fontsArrived, fontsBeforePaint } from './fetched-fonts.ts';
import { goneFile, InterferedSite, newDeployment, noNetwork, signInPage } from './keeping-server.ts';
import { siteFile } from './sites.ts';
import { test } from './warm.ts';

test.use({ serviceWorkers: 'allow' });

const site = new InterferedSite();
test.beforeAll(() => site.start());
test.afterAll(() => site.stop());
test.beforeEach(async ({ context }) => {
  await showReader(context);
  test.setTimeout(3 * startTimeout);
  site.interfere = () => false;
});

/** Programs, styles and fonts: what pages fetch when their readers come to it. */
const assets = readdirSync(siteFile('_astro'));

const lesson = () => site.origin + cellLesson;

/** Opens a page and waits until the service worker answers for it, and has kept it and what it is made of. */
async function openKept(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await controlled(page);
  const missing = async () => {
    const loaded = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
    const kept = await keptAddresses(page);
    return [address, ...loaded].filter((url) => url.startsWith(site.origin) && !kept.includes(url));
  };
  await expect.poll(missing).toEqual([]);
}

/** Waits until a service worker answers for the page. */
async function controlled(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe('activated');
}

/** Lets the reader move, and waits until the page has all that it may need later. */
async function assetsKept(page: Page): Promise<void> {
  await page.mouse.move(100, 100);
  const missing = async () => {
    const kept = new Set(await keptAddresses(page));
    return assets.filter((name) => !kept.has(`${site.origin}/_astro/${name}`));
  };
  await expect.poll(missing).toEqual([]);
}

async function keptAddresses(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const names = await caches.keys();
    const all = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return all.flat().map(({ url }) => url);
  });
}

// One test, because Python is fetched and started from nothing in it, which takes longer than all else.
test('only the right files of Python are kept, and nothing of other sites is touched', onlyWhole, async ({ page }) => {
  await page.goto(lesson());
  const cell = new CellOnPage(page, 'loss');
  const others = ['pages', 'python /x/', 'calculus-for-ml pages /x/', 'calculus-for-ml python /x/python/0123/'];
  const earlier = 'calculus-for-ml python /python/0123/';
  await page.evaluate((names) => Promise.all(names.map((name) => caches.open(name))), [...others, earlier]);
  await test.step('what a sign-in page answers in place of Python is said, not kept, and Retry gets the right files', async () => {
    site.interfere = (path, response) => path.includes('/python/') && signInPage(path, response);
    await cell.button('Run').click();
    const alert = cell.element.getByRole('alert');
    await expect(alert).toContainText('sent another file in place of', { timeout: startTimeout });
    await expect(alert).toContainText('sign in');
    expect((await keptAddresses(page)).filter((url) => url.includes('/python/'))).toEqual([]);
    site.interfere = () => false;
    await cell.button('Retry').click();
    await cell.waitForEnd();
    await expect(cell.status).toHaveText(/same as the lesson/);
  });
  await test.step("caches of other sites on the same origin stay, and this site's earlier Python: its page may be open", async () => {
    const names = await page.evaluate(() => caches.keys());
    expect(names).toEqual(expect.arrayContaining(others));
    expect(names.filter((name) => name.startsWith('calculus-for-ml python /python/'))).toHaveLength(2);
    await page.evaluate((name) => caches.delete(name), earlier);
  });
  await test.step('a file that was kept and is spoiled is fetched again', async () => {
    const spoiled = await page.evaluate(async () => {
      const ours = (await caches.keys()).filter((one) => one.startsWith('calculus-for-ml python /python/'));
      const cache = await caches.open(ours[0] ?? '');
      const files = (await cache.keys()).filter(({ url }) => !url.includes('snapshot'));
      for (const { url } of files) await cache.put(url, new Response('<!doctype html>'));
      return files.length;
    });
    expect(spoiled).toBe(5);
    await page.reload();
    await cell.run();
    await expect(cell.status).toHaveText(/same as the lesson/);
  });
});

test(
  'whoever goes on to another page sees no other fonts in between: they are at hand, and asked for at once',
  onlyWhole,
  async ({ page }) => {
    await openKept(page, lesson());
    await assetsKept(page);
    await page.goto(`${site.origin}/guide/gradient-descent/`);
    await fontsArrived(page);
    expect((await fontsBeforePaint(page)).some((name) => name.startsWith('source-sans-3-latin-wght-normal.'))).toBe(
      true,
    );
  },
);

test('after a new deployment, an open page offers to reload', async ({ page }) => {
  await page.goto(lesson());
  site.interfere = (path, response) => path.includes('/python/') && goneFile(path, response);
  const cell = new CellOnPage(page, 'loss');
  await cell.button('Run').click();
  const alert = cell.element.getByRole('alert');
  await expect(alert).toContainText('reload it', { timeout: startTimeout });
  // Whether code is kept, the cell says, which knows it.
  await expect(alert).not.toContainText('kept');
});

test('after a new deployment, a part of the page that is fetched later offers to reload', async ({ page }) => {
  await page.goto(lesson());
  site.interfere = (path, response) => /editing-pane|live-explorable/.test(path) && goneFile(path, response);
  const cell = new CellOnPage(page, 'loss');
  await cell.button('Edit').click();
  await expect(cell.status).toContainText('The guide may have been updated since you opened this page: reload it.');
  await page.goto(`${site.origin}/guide/gradient-descent/`);
  const explorable = page.locator('calculus-explorable').first();
  await explorable.scrollIntoViewIfNeeded();
  await expect(explorable.locator('[data-part=said]')).toContainText('reload it');
});

test(
  'a new version waits until its reader asks for it, and open pages go on working without its files',
  onlyWhole,
  async ({ page, context }) => {
    await openKept(page, lesson());
    // No server will have these files any more.
    await assetsKept(page);
    const other = await context.newPage();
    await other.goto(lesson());
    site.interfere = newDeployment;
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    for (const one of [page, other])
      await expect(one.locator('.update-bar')).toContainText('A new version of this guide is ready');
    await other.evaluate(() => Object.assign(document.body, { id: 'same-document' }));
    await page.getByRole('button', { name: 'Reload now' }).click();
    await expect(page.locator('.update-bar')).toHaveCount(0);
    await controlled(page);
    // Only the page whose reader asked was loaded again.
    await expect(other.locator('#same-document')).toBeVisible();
    await new CellOnPage(other, 'loss').button('Edit').click();
    await expect(other.locator('.cm-editor')).toBeVisible();
  },
);

test('the whole guide is kept on request, with its size first, works without a network, and is removed', async ({
  page,
}) => {
  await page.goto(`${site.origin}/keep/`);
  const keep = page.locator('keep-whole');
  await expect(keep).toContainText(/takes 1\d MB on this device.*\d MB must be fetched/);
  await keep.getByRole('button', { name: 'Keep the whole guide' }).click();
  await expect(keep).toContainText('Done: every page now works without a network.');
  site.interfere = noNetwork;
  await page.goto(`${site.origin}/guide/gradients/`);
  await expect(page.locator('calculus-explorable').first()).toBeVisible();
  await page.goto(`${site.origin}/keep/`);
  await expect(keep).toContainText('is in this browser and works without a network');
  await keep.getByRole('button', { name: 'Remove it' }).click();
  await expect(keep).toContainText('Removed.');
  expect(await keptAddresses(page)).toEqual([]);
});

test('a sign-in page never takes the place of a page that was kept', async ({ page }) => {
  await openKept(page, lesson());
  site.interfere = signInPage;
  await page.goto(lesson());
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in to this network');
  site.interfere = noNetwork;
  await page.goto(lesson());
  await expect(page.locator('python-cell').first()).toBeVisible();
});

test('without room to keep anything, pages open and Python runs', onlyWhole, async ({ page, context }) => {
  const session = await context.newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', { origin: site.origin, quotaSize: 1 });
  await page.goto(lesson());
  await controlled(page);
  await page.goto(`${site.origin}/glossary/`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.goto(lesson());
  const cell = new CellOnPage(page, 'loss');
  await cell.run();
  await expect(cell.status).toHaveText(/same as the lesson/);
  expect(await keptAddresses(page)).toEqual([]);
});

test('a page is cached once, whatever its query', onlyWhole, async ({ page }) => {
  await openKept(page, lesson());
  for (const query of ['?a=1', '?a=2', '?utm=3']) await page.goto(lesson() + query);
  const kept = (await keptAddresses(page)).filter((url) => new URL(url).pathname === cellLesson);
  expect(kept).toEqual([lesson()]);
});

test('a page that was opened, and closed before its reader moved, is kept whole', async ({ browser }) => {
  const context = await browser.newContext({ serviceWorkers: 'allow' });
  const page = await context.newPage();
  await waitForReader(page);
  await page.goto(lesson());
  await controlled(page);
  const rest = await page.locator('body').getAttribute('data-rest');
  expect(rest).toMatch(/^\/_astro\/rest\./);
  await expect.poll(() => keptAddresses(page)).toEqual(expect.arrayContaining([lesson(), `${site.origin}${rest}`]));
  // The page itself has not fetched it.
  expect(await page.locator('body').getAttribute('data-rest')).toBe(rest);
  await context.close();
});

test('without a network, a page that was never opened shows a list of those that were', async ({ page }) => {
  await openKept(page, lesson());
  site.interfere = noNetwork;
  await page.goto(`${site.origin}/glossary/`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no network');
  await page.getByRole('link', { name: /Start/i }).click();
  await expect(page.locator('python-cell').first()).toBeVisible();
});

test('without a network, a page that was read opens again, and its Python runs from the cache', async ({ page }) => {
  await openKept(page, lesson());
  const cell = new CellOnPage(page, 'loss');
  await cell.run();
  await assetsKept(page);
  const asked: string[] = [];
  site.interfere = (path, response) => {
    asked.push(path);
    return noNetwork(path, response);
  };
  for (const open of [() => page.reload(), () => page.goto(lesson())]) {
    await open();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await cell.run();
    // Its folds have come as well.
    await expect(page.locator('body')).not.toHaveAttribute('data-rest');
    await expect(page.locator('.fold-body').first()).toBeAttached();
    await expect(cell.status).toHaveText(/same as the lesson/);
  }
  expect(asked).toContain(cellLesson);
  expect(asked.filter((path) => /^\/(?:_astro|python)\//.test(path))).toEqual([]);
});
