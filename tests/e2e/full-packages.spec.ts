import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { onlyWhole } from '../depth.ts';
import { CellOnPage, showReader, startTimeout } from './cell.ts';
import { originOf, sites } from './sites.ts';
import { test } from './warm.ts';

test.beforeEach(() => test.setTimeout(3 * startTimeout));

const index = new URL('./package-index/', import.meta.url);

/** Plays the package index that the site under a base path was built with; `change` may spoil what it serves. */
async function serveIndex(page: Page, change: (bytes: Buffer) => Buffer = (bytes) => bytes): Promise<string[]> {
  const asked: string[] = [];
  await page.route('https://packages.invalid/**', async (route) => {
    const name = new URL(route.request().url()).pathname.slice(1);
    asked.push(name);
    const body = change(readFileSync(new URL(name, index)));
    await route.fulfill({ body, headers: { 'Access-Control-Allow-Origin': '*' } });
  });
  return asked;
}

async function openPlayground(page: Page): Promise<CellOnPage> {
  const site = sites[1];
  if (!site) throw new Error('There is no site under a base path.');
  await showReader(page);
  await page.goto(`${originOf(site)}${site.base}playground/`);
  const cell = new CellOnPage(page, 'playground');
  await cell.editor.waitFor();
  return cell;
}

const choice = (page: Page) => page.getByLabel(/use full NumPy and Matplotlib/);

test(
  'a reader chooses the real packages, gets them from the index, and need not choose again',
  onlyWhole,
  async ({ page }) => {
    const asked = await serveIndex(page);
    const cell = await openPlayground(page);
    await cell.editor.fill('import numpy as np\nimport matplotlib.pyplot as plt\nprint(np.array(3))\nplt.plot([1])');
    await cell.run();
    await expect(cell.output).toHaveText('3\n');
    expect(asked).toEqual([]);

    await choice(page).check();
    await cell.run();
    await expect(cell.output).toHaveText('the index was asked for 3\n');
    await expect(cell.element.locator('.cell-figure img')).toBeVisible();
    expect(asked.sort()).toEqual(['matplotlib-9.9.9-py3-none-any.whl', 'numpy-9.9.9-py3-none-any.whl']);

    await page.reload();
    await expect(choice(page)).toBeChecked();
    await cell.run();
    await expect(cell.output).toHaveText('the index was asked for 3\n');
    await choice(page).uncheck();
    await cell.run();
    await expect(cell.output).toHaveText('3\n');
  },
);

test('an index that serves other bytes is found out, and nothing of them runs', async ({ page }) => {
  await serveIndex(page, (bytes) => Buffer.concat([bytes, Buffer.from(' ')]));
  const cell = await openPlayground(page);
  await choice(page).check();
  await cell.editor.fill('print(1)');
  await cell.button('Run').click();
  await expect(cell.element.getByRole('alert')).toContainText('sent another file in place of', {
    timeout: startTimeout,
  });
  // The run is still wanted, and takes place with the guide's own packages.
  await choice(page).uncheck();
  await cell.waitForEnd();
  await expect(cell.output).toHaveText('1\n');
});
