import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { at } from '../../src/core/at.ts';
import type { PythonClient } from '../../src/python/page/python-client.ts';
import { onlyWhole } from '../depth.ts';
import { badEnds, largePoisons, poisons } from '../python/poisons.ts';
import { openPage, test } from './cell.ts';
import { clientProgram } from './warm.ts';

const showState = readFileSync(new URL('../python/visible_state.py', import.meta.url), 'utf8');

/** Some of each kind: all of them run in Node, in the same interpreter (`tests/python/reset.test.ts`). */
const left = [poisons, largePoisons, badEnds].flatMap((kind) => Object.entries(kind).filter((_, i) => i % 4 === 1));

test('a session of a page sees nothing of the sessions before it', onlyWhole, async ({ page }) => {
  test.setTimeout(300_000);
  await openPage(page, '/playground/');
  const codes = left.map(([, code]) => code);
  const seen = await page.evaluate(runAll, { program: clientProgram, codes, showState });
  const untouched = linesOf(at(seen, 0));
  expect(untouched.length).toBeGreaterThan(200);
  for (const [i, [name]] of left.entries()) expect.soft(linesOf(at(seen, i + 1)), name).toEqual(untouched);
});

/** Without what differs on purpose: another worker has made its files later, and random numbers are new in each session. */
function linesOf(printed: string): string[] {
  return printed.split('\n').filter((line) => !/^(times|numbers) /.test(line));
}

/** In the page: what a session sees at first, and after each program. */
async function runAll(asked: { program: string | undefined; codes: string[]; showState: string }): Promise<string[]> {
  const part: { createPythonClient(): PythonClient } = await import(`/_astro/${asked.program}`);
  const client = part.createPythonClient();
  const run = async (session: string, code: string) => {
    const [result] = await client.run({ session, blocks: [{ id: session, code }] });
    return result?.end.how === 'returned' ? result.stdout : JSON.stringify(result?.end);
  };
  // The first worker starts from nothing. All others start from its memory, and have the same addresses.
  await run('large', 'left = bytearray(200 << 20)');
  const seen = [await run('first', asked.showState)];
  for (const [i, code] of asked.codes.entries()) {
    await run(`left ${i}`, code);
    seen.push(await run(`seen ${i}`, asked.showState));
  }
  return seen;
}
