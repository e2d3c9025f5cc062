import { expect } from '@playwright/test';
import { at } from '../../src/core/at.ts';
import type { PageBlockEnd, PythonClient } from '../../src/python/page/python-client.ts';
import { endInWords, escapingBlocks, ordinaryBlock } from '../python/escaping-blocks.ts';
import { openPage, test } from './cell.ts';
import { clientProgram } from './warm.ts';

/** What became of a block, and of an ordinary one that ran before it in its session. */
interface Ran {
  readonly before: { readonly end: PageBlockEnd; readonly printed: string };
  readonly end: PageBlockEnd;
  readonly printed: string;
}

test('no block gets out of the Python of a page, forges its end or reaches the session after it', async ({ page }) => {
  await openPage(page, '/playground/');
  const wrong: string[] = [];
  page.on('pageerror', ({ message }) => wrong.push(message));
  await page.locator('.cell-editing').waitFor();
  const names = [...Object.keys(escapingBlocks), 'nothing'];
  const codes = [...Object.values(escapingBlocks).map(({ code }) => code), ''];
  const { before, ran } = await page.evaluate(runAll, { program: clientProgram, codes, ordinary: ordinaryBlock.code });
  expect(ran.length).toBe(names.length);
  for (const [i, { end, printed, before: ordinary }] of ran.entries()) {
    const name = at(names, i);
    const { ends = /^returned$/, prints = /^/ } = escapingBlocks[name] ?? {};
    expect.soft(endInWords(end), name).toMatch(ends);
    expect.soft(printed, name).toMatch(prints);
    const after = i === 0 ? 'at first' : `after a block that ${names[i - 1]}`;
    expect.soft([endInWords(ordinary.end), ordinary.printed], after).toEqual(['returned', ordinaryBlock.prints]);
  }
  expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
  expect(await page.evaluate(() => Object.keys(Object.prototype))).toEqual([]);
  expect(wrong).toEqual([]);
});

/** In the page, and in one call: whatever a block breaks, it breaks for all that come after it. */
async function runAll(asked: {
  program: string | undefined;
  codes: string[];
  ordinary: string;
}): Promise<{ before: string; ran: Ran[] }> {
  const part: { createPythonClient(): PythonClient } = await import(`/_astro/${asked.program}`);
  const client = part.createPythonClient();
  // The page has set up all of its own by the time Python has started: what changes later is the work of a block.
  await client.run({ session: 'first', blocks: [{ id: 'block', code: asked.ordinary }] });
  const before = document.documentElement.outerHTML;
  const ran: Ran[] = [];
  for (const [i, code] of asked.codes.entries()) {
    const blocks = [asked.ordinary, code].map((text, j) => ({ id: `block ${j}`, code: text }));
    const [first, second] = await client.run({ session: `session ${i}`, blocks });
    if (!first || !second) throw new Error('Two blocks have two results.');
    ran.push({
      before: { end: first.end, printed: first.stdout },
      end: second.end,
      printed: second.stdout,
    });
  }
  return { before, ran };
}
