import { expect } from '@playwright/test';
import { documentOf } from './built-page.ts';
import { articlePaths, pageUrl } from './sites.ts';
import { test } from './warm.ts';

/** The anchor to which a row leads. */
const asksOf = (row: Element | undefined) => row?.querySelector('a')?.getAttribute('href')?.split('#')[1] ?? '';

test('the page of verification has a row for what every page says is verified, and no other', () => {
  const verification = documentOf('/verification/');
  for (const path of articlePaths) {
    const page = documentOf(path);
    const name = path.split('/').at(-2) ?? '';
    const examples = [...page.querySelectorAll('.example:not(.exercise-cell)')];
    // The code of a question is shown as lines to choose from.
    const bugs = [...page.querySelectorAll('.question[data-kind="bug"]')];
    const exercises = [...page.querySelectorAll('[data-exercise]')];
    const part = verification.getElementById(name)?.closest('section');
    const rows = new Map([...(part?.querySelectorAll('li[id]') ?? [])].map((row) => [row.id, row] as const));
    expect([...rows.keys()].filter((id) => !asksOf(rows.get(id)).startsWith('question-')).sort(), path).toEqual(
      [
        ...examples.map(({ id }) => id.replace('example-', `${name}/`)),
        ...exercises.map((exercise) => `${name}/exercise-${exercise.getAttribute('data-exercise')}`),
      ].sort(),
    );
    expect([...rows.values()].map(asksOf).filter((id) => id.startsWith('question-'))).toEqual(bugs.map(({ id }) => id));
    for (const example of examples) {
      const row = rows.get(example.id.replace('example-', `${name}/`));
      const verdict = example.getAttribute('data-verdict');
      expect(row?.getAttribute('data-verdict'), example.id).toBe(verdict);
      if (verdict !== 'verified') continue;
      // The mark under the output leads to the row, which has the engine and the day.
      expect(example.querySelector('a.verdict')?.getAttribute('href')).toBe(`/verification/#${row?.id}`);
      expect(row?.querySelector('.verification-runs')?.textContent).toMatch(/Python \d/);
      expect(Date.parse(row?.querySelector('time')?.getAttribute('datetime') ?? '')).toBeGreaterThan(0);
    }
    if (!part) continue;
    // The sums are those that the page states at its end, and the rows are as many.
    const sums = [...verification.querySelectorAll(`tr[data-page="${name}"] td`)].map((cell) => cell.textContent);
    const says =
      page
        .querySelector('.proof > p')
        ?.textContent?.replace(/\s+/g, ' ')
        .replace(/\b(\d+) of \1\b/g, '$1') ?? '';
    const kinds = ['examples?', 'numbers? (?:and|or) words?', 'formulas?', 'rules?'];
    const said = kinds.map((kind) => new RegExp(`((?:\\d+ of )?\\d+) ${kind}\\b`).exec(says)?.[1] ?? '–');
    expect(sums.slice(0, 4), path).toEqual(said);
    expect(part.querySelectorAll('.verification-values b').length).toBe(Number(said[1]?.split(' ').at(-1)) || 0);
    expect(examples.length + bugs.length).toBe(
      Number(said[0]?.split(' ').at(-1)) +
        examples.filter((one) => one.getAttribute('data-verdict') === 'illustrative').length,
    );
  }
});

test('the mark of an example leads to its row, which a phone shows whole', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto(pageUrl('/guide/derivatives/'));
  await page.locator('#example-nudge a.verdict').click();
  await expect(page).toHaveURL(pageUrl('/verification/#derivatives/nudge'));
  const row = page.locator('li:target');
  await expect(row).toBeInViewport({ ratio: 1 });
  await expect(row).toContainText('0.006001');
});
