import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runVerify } from '../../src/verify/cli.ts';
import type { SettingCheck } from '../../src/verify/read/setting-check.ts';
import { machinePythons } from '../python/machine-pythons.ts';
import { scratchFolder } from './scratch-folder.ts';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Named to each run: a project of its own would ask every Python of the machine again. */
const [python] = machinePythons;

/** A folder of its own with some files, and the command run in it as a user would. */
export function project(files: Readonly<Record<string, string>>) {
  const cwd = scratchFolder();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, path)), { recursive: true });
    writeFileSync(join(cwd, path), text);
  }
  const { CI: _, ...ours } = process.env;
  const env = { ...ours, CALCULUS_PYTHON: python?.executable };
  const run = async (
    args: readonly string[],
    more: Readonly<Record<string, string>> = {},
    {
      root: ours = cwd,
      ask,
      engine = 'native',
      settingCheck,
    }: {
      root?: string;
      ask?: (question: string) => Promise<boolean>;
      engine?: string | null;
      settingCheck?: SettingCheck;
    } = {},
  ) => {
    const said = { out: '', err: '' };
    const code = await runVerify({
      args: args.includes('--engine') || engine === null ? args : ['--engine', engine, ...args],
      root: ours,
      cwd,
      env: { ...env, ...more },
      cacheFolder: join(cwd, '.cache'),
      runtimeFolder: join(root, '.cache', 'python'),
      now: () => new Date('2026-01-02T03:04:05Z'),
      print: (text) => {
        said.out += text;
      },
      complain: (text) => {
        said.err += text;
      },
      ask,
      settingCheck,
      color: false,
      program: 'npm run verify --',
    });
    return { code, ...said };
  };
  return { cwd, python: python?.executable ?? 'python3', path: (name: string) => join(cwd, name), run };
}
