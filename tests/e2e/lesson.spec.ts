import { expect, test } from '@playwright/test';
import { lessonPaths, pageUrl } from './sites.ts';

test('there are lessons', () => {
  expect(lessonPaths.length).toBeGreaterThan(1);
});

for (const path of lessonPaths) {
  test.describe(path, () => {
    test('says of every example what is known of it', async ({ page }) => {
      await page.goto(pageUrl(path));
      const examples = page.locator('.example');
      const verdicts = await examples.evaluateAll((all) =>
        all.map((example) => ({
          verdict: example.getAttribute('data-verdict'),
          says: example.querySelector('.verdict')?.textContent?.trim(),
          by: example.querySelector('.verdict-by')?.textContent ?? '',
          at: example.querySelector('time')?.getAttribute('datetime') ?? '',
        })),
      );
      expect(verdicts.length).toBeGreaterThan(5);
      for (const { verdict, says, by, at } of verdicts) {
        if (verdict === 'verified')
          expect([says, /Python \d/.test(by), Date.parse(at) > 0]).toEqual(['verified', true, true]);
        else if (verdict === 'illustrative') expect([says, by !== '']).toEqual(['illustrative', true]);
        else expect([verdict, says]).toEqual(['not-proven', 'not proven on this machine']);
      }
      // A lesson is proven whole or, where nothing could be run, not at all.
      const kinds = new Set(verdicts.map(({ verdict }) => verdict).filter((verdict) => verdict !== 'illustrative'));
      expect(kinds.size).toBe(1);
    });

    test('shows its pictures, and marks values that were computed', async ({ page }) => {
      await page.goto(pageUrl(path));
      const pictures = await page.locator('.figure-plot').all();
      expect(pictures.length).toBeGreaterThan(0);
      for (const picture of pictures) {
        const box = await picture.boundingBox();
        expect(box?.width).toBeGreaterThan(250);
        expect(box?.height).toBeGreaterThan(150);
      }
      const values = page.locator('.value');
      expect(await values.count()).toBeGreaterThan(5);
      await expect(values.first()).toHaveAttribute('title', /^Computed: .+, after the example “.+”$/);
      expect((await values.allTextContents()).filter((text) => /^-\d/.test(text))).toEqual([]);
    });

    test('reads whole without JavaScript', async ({ browser }) => {
      const context = await browser.newContext({ javaScriptEnabled: false });
      const page = await context.newPage();
      await page.goto(pageUrl(path));
      await expect(page.locator('.code-source').first()).toBeVisible();
      await expect(page.locator('.code-output').first()).toBeVisible();
      await expect(page.locator('.katex-html').first()).toBeVisible();
      await expect(page.locator('.figure-plot').first()).toBeVisible();
      const solution = page.locator('.solution').first();
      await expect(solution.locator('.code-source').first()).toBeHidden();
      await solution.locator('summary').click();
      await expect(solution.locator('.code-source').first()).toBeVisible();
      await context.close();
    });

    test('opens hints and scrolls code with the keyboard alone', async ({ page }) => {
      await page.setViewportSize({ width: 320, height: 800 });
      await page.goto(pageUrl(path));
      const hint = page.locator('.hint').first();
      await hint.locator('summary').focus();
      await page.keyboard.press('Enter');
      await expect(hint).toHaveAttribute('open', '');
      const unreachable = await page
        .locator('pre, .formula-display, .table')
        .evaluateAll((all) =>
          all
            .filter((element) => element.scrollWidth > element.clientWidth && element.getAttribute('tabindex') !== '0')
            .map((element) => element.textContent?.slice(0, 40)),
        );
      expect(unreachable).toEqual([]);
    });

    test('has its contents beside the text when wide, folded when narrow', async ({ page }) => {
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.goto(pageUrl(path));
      const rail = page.getByRole('navigation', { name: 'On this page' });
      const fold = page.locator('.lesson-fold');
      await expect(rail).toBeVisible();
      await expect(fold).toBeHidden();
      await rail.getByRole('link', { name: 'Checkpoint' }).click();
      await expect(page.getByRole('heading', { name: 'Checkpoint' })).toBeInViewport();
      await expect(rail).toBeInViewport();
      await page.setViewportSize({ width: 360, height: 800 });
      await expect(rail).toBeHidden();
      await fold.locator('summary').click();
      await expect(fold.getByRole('link', { name: 'Checkpoint' })).toBeVisible();
    });

    test('opens everything on paper', async ({ page }) => {
      await page.goto(pageUrl(path));
      await page.emulateMedia({ media: 'print' });
      await expect(page.locator('.solution .code-source').first()).toBeVisible();
      await expect(page.locator('.site-header')).toBeHidden();
      expect(await page.locator('body').evaluate((body) => getComputedStyle(body).color)).toBe('rgb(0, 0, 0)');
    });
  });
}

test('lessons are linked in their order', async ({ page }) => {
  await page.goto(pageUrl('/'));
  const route = page.locator('.route a');
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
