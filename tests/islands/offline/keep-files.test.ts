import { describe, expect, it } from 'vitest';
import type { KeptFiles, ToKeeper, WholeSite } from '../../../src/core/keeper-messages.ts';
import { type Ask, keepFiles } from '../../../src/islands/offline/keep-files.ts';
import { sayKeeping, sayWhole } from '../../../src/islands/offline/say-keeping.ts';

const missing = Array.from({ length: 20 }, (_, i) => ({ path: `guide/${i}/`, sent: 100 }));

/** A service worker that fails for some files. */
function keeper(failing: Readonly<Record<string, KeptFiles['failed'][number]['why']>>) {
  const asked: ToKeeper[] = [];
  const ask = async (message: ToKeeper) => {
    asked.push(message);
    if (!('keepFiles' in message)) return true;
    return { failed: message.keepFiles.flatMap((path) => (failing[path] ? [{ path, why: failing[path] }] : [])) };
  };
  return { asked, ask: ask as Ask };
}

async function run(ask: Ask, stopAt = Number.POSITIVE_INFINITY) {
  const stopper = new AbortController();
  const shown: number[] = [];
  const progress = (bytes: number) => {
    shown.push(bytes);
    if (bytes >= stopAt) stopper.abort();
  };
  return { result: await keepFiles(ask, { missing }, { progress, signal: stopper.signal }), shown };
}

describe('keeping the whole site', () => {
  it('goes on to the end, shows its progress, and has it noted', async () => {
    const { ask, asked } = keeper({});
    expect(await run(ask)).toEqual({ result: { kind: 'kept' }, shown: [800, 1600, 2000] });
    expect(asked.at(-1)).toEqual({ keepWhole: true });
  });

  it('fetches the others when one cannot be fetched, and names it', async () => {
    const { ask, asked } = keeper({ 'guide/3/': 'unreachable', 'guide/9/': 'wrong' });
    const { result, shown } = await run(ask);
    expect(shown.at(-1)).toBe(1800);
    expect(sayKeeping(result)).toMatch(/^guide\/3\/ could not be fetched.*in place of guide\/9\//);
    expect(asked).not.toContainEqual({ keepWhole: true });
  });

  it('ends at the first file that the browser refuses to store', async () => {
    const { ask, asked } = keeper({ 'guide/3/': 'refused' });
    expect(sayKeeping((await run(ask)).result)).toContain('refused to store more');
    expect(asked).toHaveLength(1);
  });

  it('can be stopped', async () => {
    const { ask, asked } = keeper({});
    expect((await run(ask, 800)).result).toEqual({ kind: 'stopped' });
    expect(asked).toHaveLength(1);
  });
});

describe('what is said of it', () => {
  const site: WholeSite = { isWanted: false, stored: 12_300_000, files: missing, missing };
  it.each([
    [undefined, undefined, /cannot keep the guide/],
    [site, undefined, /takes 12 MB on this device\. To keep it, 2 kB must be fetched\.$/],
    [site, 1_000_000, /only 1 MB left/],
    [{ ...site, missing: missing.slice(5) }, undefined, /A part is here already\. To keep the rest, 2 kB must/],
    [{ ...site, missing: [] }, undefined, /is in this browser and works without a network: 12 MB, with its Python\.$/],
    [{ ...site, missing: [], isWanted: true }, undefined, /before it is offered to you\.$/],
  ])('%#', (whole, room, said) => {
    expect(sayWhole(whole, room)).toMatch(said);
  });

  it('names three files and counts the others', () => {
    const paths = missing.map(({ path }) => path);
    expect(sayKeeping({ kind: 'failed', unreachable: ['', ...paths], wrong: [] })).toContain(
      'the first page, guide/0/, guide/1/ and 18 more files could not be fetched',
    );
  });
});
