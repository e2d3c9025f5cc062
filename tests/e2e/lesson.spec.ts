import { expect, type Page } from '@playwright/test';
import { documentOf } from './built-page.ts';
import { fontsArrived } from './fetched-fonts.ts';
import { openFolds } from './open-folds.ts';
import { faultsOnPaper, paper } from './page-breaks.ts';
import { articlePaths, laidOutUrl, lessonPaths, onePageOfEachKind, pageUrl, someOfEachKind } from './sites.ts';
import { test } from './warm.ts';

test('the lessons hold what these tests look for', async ({ request }) => {
  const pages = await Promise.all(lessonPaths.map(async (path) => (await request.get(pageUrl(path))).text()));
  const parts = [
    'data-verdict="verified"',
    'class="figure-plot"',
    'class="value"',
    'class="fold solution"',
    'katex-html',
  ];
  expect(parts.filter((part) => pages.filter((html) => html.includes(part)).length < 2)).toEqual([]);
});

for (const path of articlePaths) {
  test.describe(path, () => {
    test('shows the verdict of every example', () => {
      const marks = [...documentOf(path).querySelectorAll('.example:not(.exercise-cell)')].map((example) => ({
        verdict: example.getAttribute('data-verdict'),
        says: example.querySelector('.verdict')?.textContent?.trim(),
        by: example.querySelector('.verdict-by')?.textContent ?? '',
        row: example.querySelector('a.verdict')?.getAttribute('href') ?? '',
      }));
      for (const { verdict, says, by, row } of marks) {
        if (verdict === 'verified') {
          expect([says, /^\/verification\/#[^/]+\/./.test(row)]).toEqual(['verified', true]);
        } else if (verdict === 'illustrative') expect([says, by !== '']).toEqual(['illustrative', true]);
        else expect([verdict, says]).toEqual(['not-proven', 'not proven on this machine']);
      }
      // A lesson is proven whole or, where nothing could be run, not at all.
      const kinds = new Set(marks.map(({ verdict }) => verdict).filter((verdict) => verdict !== 'illustrative'));
      expect(kinds.size).toBeLessThanOrEqual(1);
    });
  });
}

for (const path of someOfEachKind('article', articlePaths)) {
  // One visit: to open a long page takes longer than what is asked of it.
  test(`${path} opens a fold and scrolls what is wide with the keyboard alone, shows its pictures, marks computed values`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 320, height: 800 });
    await page.goto(laidOutUrl(path));
    await fontsArrived(page);
    // The answers of a question are a fold only until its script comes.
    if (await has(page, '.fold:not(.answers)')) {
      const fold = page.locator('.fold:not(.answers)').first();
      await fold.locator('summary').focus();
      await page.keyboard.press('Enter');
      await expect(fold).toHaveAttribute('open', '');
    }
    // A solution may end with a picture.
    await openFolds(page);
    const unreachable = await page
      .locator('pre, .formula-display, .table')
      .evaluateAll((all) =>
        all
          .filter((element) => element.scrollWidth > element.clientWidth && element.getAttribute('tabindex') !== '0')
          .map((element) => element.textContent?.slice(0, 40)),
      );
    expect(unreachable).toEqual([]);
    // As wide as a phone whose letters are twice as large.
    await page.setViewportSize({ width: 180, height: 400 });
    const outside = await page
      .locator('.steps *, .question-field *')
      .evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().right > innerWidth).map(String));
    expect(outside).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 800 });
    for (const picture of await page.locator('.figure-plot').all()) {
      const box = await picture.boundingBox();
      expect(box?.width).toBeGreaterThan(250);
      expect(box?.height).toBeGreaterThan(100);
    }
    const values = await page
      .locator('.value')
      .evaluateAll((all) => all.map((value) => [value.getAttribute('title') ?? '', value.textContent ?? ''] as const));
    expect(
      values.filter(([title]) => !/^(?:Computed|Not proven on this machine): .+, after the example “.+”$/.test(title)),
    ).toEqual([]);
    expect(values.filter(([, text]) => /^-\d/.test(text))).toEqual([]);
  });
}

// What the stylesheets and the layout do is the same on all articles.
for (const path of articlePaths.filter((one) => onePageOfEachKind.includes(one))) {
  test.describe(`${path}, as one of its kind,`, () => {
    test('reads whole without JavaScript', async ({ browser }) => {
      const context = await browser.newContext({ javaScriptEnabled: false });
      const page = await context.newPage();
      await page.goto(pageUrl(path));
      for (const part of ['.code-source', '.code-output', '.katex-html', '.figure-plot', '.table:not(details *)']) {
        if (await has(page, part)) await expect(page.locator(part).first()).toBeVisible();
      }
      // The answers of a question are a fold only until its script comes.
      if (await has(page, '.fold:not(.answers)')) {
        const fold = page.locator('.fold:not(.answers)').first();
        // The line that says where its content is.
        await expect(fold.locator('.fold-to-come')).toBeHidden();
        await fold.locator('summary').click();
        await expect(fold.locator('.fold-to-come')).toBeVisible();
      }
      await context.close();
    });

    test('has its contents beside the text when wide, folded when narrow', async ({ page }) => {
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.goto(pageUrl(path));
      const rail = page.getByRole('navigation', { name: 'On this page' });
      const fold = page.locator('.lesson-fold');
      await expect(fold).toBeHidden();
      const last = rail.getByRole('link').last();
      await last.click();
      const anchor = new URL(page.url()).hash;
      await expect(page.locator(anchor)).toBeInViewport();
      await expect(last).toBeInViewport();
      await page.setViewportSize({ width: 360, height: 800 });
      await expect(rail).toBeHidden();
      // At hand wherever one reads, and out of the way of what it leads to.
      await expect(fold.locator('summary')).toBeInViewport();
      await fold.locator('summary').click();
      const line = fold.locator(`a[href="${anchor}"]`);
      await line.click();
      await expect(line).toBeHidden();
      await expect(page.locator(anchor)).toBeInViewport();
    });

    test('opens everything on paper', async ({ page }) => {
      await page.goto(pageUrl(path));
      await page.emulateMedia({ media: 'print' });
      if (await has(page, '.fold')) await expect(page.locator('.fold-body').first()).toBeVisible();
      await expect(page.locator('.site-header')).toBeHidden();
      expect(await page.locator('body').evaluate((body) => getComputedStyle(body).color)).toBe('rgb(0, 0, 0)');
      await page.setViewportSize(paper);
      // The program that takes the solutions to the end comes after the page has loaded.
      await expect(async () => {
        await page.evaluate(() => void dispatchEvent(new Event('beforeprint')));
        expect(await page.locator('.paper-end').count()).toBe(1);
      }).toPass();
      expect(await faultsOnPaper(page)).toEqual([]);
    });
  });
}

test('lessons are linked in their order', async ({ page }) => {
  await page.goto(pageUrl('/'));
  const route = page.locator('ol.route a');
  const paths = await route.evaluateAll((links) =>
    links.map((link) => new URL((link as HTMLAnchorElement).href).pathname),
  );
  expect([...paths].sort()).toEqual([...lessonPaths].sort());
  await route.first().click();
  for (const path of paths.slice(1)) {
    await page.getByRole('navigation', { name: 'Lessons' }).getByRole('link', { name: /^Next/ }).click();
    await expect(page).toHaveURL(pageUrl(path));
  }
});

/** Not every lesson has everything: the first test sees to it that the guide has. */
async function has(page: Page, part: string): Promise<boolean> {
  return (await page.locator(part).count()) > 0;
}
