import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { isWhole } from '../depth.ts';
import { machinePythons } from '../python/machine-pythons.ts';
import { project } from './command.ts';

const here = fileURLToPath(new URL('.', import.meta.url));

/** Each twelfth page of the hard inputs, in its folder; without those that wait for a time limit. */
const folders = ['pass', 'fail'].flatMap((outcome) =>
  readdirSync(join(here, outcome))
    .filter((name, i) => name !== 'timed-out' && i % 12 === 0)
    .map((name) => `${outcome}/${name}`),
);

/** Some of the pages import NumPy. */
const withNumPy = machinePythons.find(({ numpy }) => numpy !== null)?.executable ?? '';

it.each(isWhole ? ['native', 'embedded'] : ['native'])(
  'the report is the same in every order of the pages, with any number of sessions at a time: %s',
  async (engine) => {
    const { run, path } = project({});
    for (const folder of folders) cpSync(join(here, folder), path(folder), { recursive: true });
    const reports: string[] = [];
    for (let round = 0; round < (isWhole ? 20 : 2); round++) {
      const python = engine === 'native' ? ['--python', withNumPy] : [];
      const args = ['--engine', engine, ...python, '--no-cache', '--json', '--jobs', String((round % 8) + 1)];
      const { out } = await run([...args, ...shuffled(folders, round)]);
      reports.push(out.replace(/"seconds": [\d.e-]+/g, '"seconds": 0'));
    }
    for (const report of reports) expect(report).toBe(reports[0]);
    expect(JSON.parse(reports[0] ?? '').files.length).toBe(folders.length);
    expect(folders.length).toBeGreaterThan(8);
  },
);

/** The items in another order for each seed. */
function shuffled<T>(items: readonly T[], seed: number): T[] {
  const key = (index: number) => ((index + 1) * 48271 * (seed + 1) * 69621) % 2147483647;
  return items
    .map((item, i) => ({ item, key: key(i) }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}
