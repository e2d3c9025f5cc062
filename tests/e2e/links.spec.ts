import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { programsOf } from '../../src/core/programs-of.ts';
import { onlyWhole } from '../depth.ts';
import { anchorsIn, documentOf } from './built-page.ts';
import { fontsArrived } from './fetched-fonts.ts';
import { originOf, pagePaths, pageUrl, type Site, sites } from './sites.ts';
import { test } from './warm.ts';

for (const site of sites) {
  test(`every link of the site ${site.name} leads somewhere`, async ({ request }) => {
    const origin = originOf(site);
    const answers = new Map<string, Promise<boolean>>();
    const broken: string[] = [];

    const isThere = (url: string): Promise<boolean> => {
      const answer = answers.get(url) ?? request.head(url).then((response) => response.ok());
      answers.set(url, answer);
      return answer;
    };

    const walked = new Set<string>();
    const walk = async (url: string): Promise<void> => {
      if (walked.has(url)) return;
      walked.add(url);
      for (const target of addressesIn(documentOf(pathIn(site, url), site), url)) {
        const { href, hash } = target;
        if (target.origin !== origin) continue;
        target.hash = '';
        const isPage = target.pathname.endsWith('/');
        const anchor = decodeURIComponent(hash.slice(1));
        const isBroken =
          !(target.pathname.startsWith(site.base) && (await isThere(target.href))) ||
          (anchor !== '' && !(isPage && anchorsIn(pathIn(site, target.href), site).has(anchor)));
        if (isBroken) broken.push(`${url} → ${href}`);
        else if (isPage) await walk(target.href);
      }
    };
    await walk(`${origin}${site.base}`);

    expect(broken).toEqual([]);
    // Whatever was built can be reached, except the page for what cannot.
    const reached = [...walked].map((url) => url.slice(`${origin}${site.base}`.length - 1));
    expect(reached.sort()).toEqual(pagePaths.filter((path) => path !== '/no-such-page/'));
  });
}

/** Each page with the anchors that it once had: a part may move, and its address leads on for ever. */
const published = readFileSync(new URL('published-addresses.txt', import.meta.url), 'utf8');

test('every address that was ever published still leads somewhere', async ({ page }) => {
  const lost: string[] = [];
  for (const [path = '', ...anchors] of published
    .trimEnd()
    .split('\n')
    .map((line) => line.trim().split(' '))) {
    const known = anchorsIn(path);
    lost.push(...anchors.filter((anchor) => !known.has(anchor)).map((anchor) => `${path}#${anchor}`));
  }
  expect(lost).toEqual([]);
  // Where the links of moved parts lead is tried with all the other links.
  await page.goto(pageUrl('/guide/linear-regression/#momentum'));
  await expect(page).toHaveURL(/\/guide\/faster-descents\/#momentum$/);
  await expect(page.locator('h3#momentum')).toBeInViewport();
});

test('without a script, an old link shows where its part is now', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(pageUrl('/guide/linear-regression/#momentum'));
  await expect(page.locator('.moved-part:visible')).toHaveText(/is now in Faster descents/);
  await context.close();
});

/** The path of an address below the base of its site. */
function pathIn(site: Site, url: string): string {
  return url.slice(`${originOf(site)}${site.base}`.length - 1).replace(/\?.*/, '');
}

function addressesIn(document: Document, url: string): URL[] {
  const elements = [...document.querySelectorAll('a[href], link[href], img[src]')];
  const addresses = elements.map((element) => element.getAttribute('href') ?? element.getAttribute('src') ?? '');
  return [...addresses, ...programsOf(document)].map((address) => new URL(address, url));
}

const linked = [
  'main h2[id]',
  'main h3[id]',
  'figure.example',
  'figure.figure',
  'calculus-explorable',
  'calculus-question',
];

// The last of each kind: all that is above it may still change its height when the page has just opened.
test('a page that opens at a part of it shows that part, once all has come', onlyWhole, async ({ page }) => {
  const address = pageUrl('/guide/gradient-descent/');
  await page.goto(address);
  const ids = await page.evaluate(
    (selectors) => selectors.map((selector) => [...document.querySelectorAll(selector)].at(-2)?.id ?? ''),
    linked,
  );
  for (const [i, id] of ids.entries()) {
    await page.goto(`${address}?${i}#${id}`);
    await fontsArrived(page);
    await page.mouse.move(0, i);
    const place = page.locator(`[id="${id}"]`);
    await expect(place).toBeInViewport();
    const { y } = (await place.boundingBox()) ?? { y: Number.NaN };
    expect(y, id).toBeGreaterThanOrEqual(0);
    expect(y, id).toBeLessThan(200);
  }
});
