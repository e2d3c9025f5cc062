import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { isInSample, isWhole } from '../depth.ts';
import { machinePythons } from '../python/machine-pythons.ts';
import { project } from './command.ts';

const here = fileURLToPath(new URL('.', import.meta.url));

/** A program that uses these may print something else in each run, and a report shows what was printed. */
const changing = /\b(?:time|datetime|random|uuid|secrets|tempfile|getpid|urandom|id|hash|object|set)\b/;

/** About each twelfth page of the hard inputs, in its folder; without those that wait for a time limit or change by themselves. */
const folders = ['pass', 'fail'].flatMap((outcome) =>
  readdirSync(join(here, outcome))
    .map((name) => `${outcome}/${name}`)
    .filter((folder) => folder !== 'fail/timed-out' && isInSample(folder, 12) && !mayChange(join(here, folder))),
);

function mayChange(folder: string): boolean {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  return files.some((file) => changing.test(readFileSync(join(file.parentPath, file.name), 'utf8')));
}

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
