import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { CellOnPage, cellLesson, showReader, startTimeout } from './cell.ts';
import { InterferedSite } from './keeping-server.ts';
import { siteFile } from './sites.ts';
import { test } from './warm.ts';

/** The rules of the built `_headers`: a pattern, then its headers, one in an indented line. */
const rules = readFileSync(siteFile('_headers'), 'utf8')
  .split('\n\n')
  .map((block) => block.split('\n').filter((line) => line !== '' && !line.startsWith('#')))
  .map(([pattern = '', ...lines]) => ({
    pattern,
    headers: lines.map((line) => /^ {2}([\w-]+): (.+)$/.exec(line)?.slice(1) as [string, string]),
  }));

const site = new InterferedSite();
test.beforeAll(async () => {
  await site.start();
  site.interfere = (path, response) => {
    for (const { pattern, headers } of rules) {
      const matches = pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
      // As static hosts do, a header that two rules set is sent with both values.
      if (matches) for (const [name, value] of headers) response.appendHeader(name, value);
    }
    return false;
  };
});
test.afterAll(() => site.stop());

test('with the headers of a static host, Python runs under the policy of its worker', async ({ page }) => {
  test.setTimeout(2 * startTimeout);
  const heard: string[] = [];
  page.on('console', (message) => {
    if (/Content.Security.Policy/i.test(message.text())) heard.push(message.text());
  });
  const policies = new Map<string, string>();
  page.on('response', (response) => policies.set(response.url(), response.headers()['content-security-policy'] ?? ''));
  await showReader(page);
  await page.goto(site.origin + cellLesson);
  const cell = new CellOnPage(page, 'loss');
  await cell.run();
  await expect(cell.status).toHaveText(/same as the lesson/);
  expect(heard).toEqual([]);
  const [worker, ...others] = [...policies].filter(([url]) => url.includes('browser-worker'));
  expect(worker?.[1]).toContain("default-src 'none'");
  expect(others).toEqual([]);
  expect(policies.get(site.origin + cellLesson)).toBe("frame-ancestors 'none'");
});

test('no other site can frame a page', async ({ page, browserName }) => {
  const refused = page.waitForEvent('console', (message) => message.text().includes('frame-ancestors'));
  await page.setContent(`<iframe src="${site.origin}/"></iframe>`);
  expect((await refused).text(), browserName).toContain(site.origin);
});
