import { join } from 'node:path';
import { findPythons } from '../src/python/native/find-pythons.ts';
import type { RunReport } from '../src/verify/report/run-report.ts';
import { upgradeText } from '../src/verify/report/upgrade-changes.ts';
import { readOptions } from './read-options.ts';
import { root } from './run-command.ts';
import { verifyCommand } from './verify-command.ts';

/**
 * Says which outputs of the guide would change with other versions of Python, NumPy and Matplotlib: those of the Pythons of
 * this machine, against the Python that readers run. It changes no file, and ends with 0 if it could run.
 */
const usage = `Shows which outputs would change with other versions.

  npm run upgrade-report -- [--python PATH]… [paths…]

  --python  compare with this Python; by default with each one of this machine that has NumPy and Matplotlib`;

const { values, positionals } = readOptions(usage, {
  options: { python: { type: 'string', multiple: true }, help: { type: 'boolean' } },
  allowPositionals: true,
});

/** Verifies the guide, and returns the report, or why there is none. */
async function reportOf(args: readonly string[]): Promise<RunReport | { readonly error: string }> {
  let json = '';
  await verifyCommand([...args, '--json', ...positionals], {
    print: (text) => {
      json += text;
    },
    complain: () => undefined,
    // The report that the site shows stays that of the last verification.
    cacheFolder: join(root, '.cache', 'upgrade-report'),
  });
  return JSON.parse(json);
}

async function pythons(): Promise<readonly string[]> {
  if (values.python) return values.python;
  const found = await findPythons({ env: process.env, root });
  return found.filter(({ numpy, matplotlib }) => numpy && matplotlib).map(({ executable }) => executable);
}

async function compareAll(): Promise<number> {
  const from = await reportOf(['--engine', 'embedded']);
  if ('error' in from) {
    console.error(from.error);
    return 3;
  }
  let compared = 0;
  for (const python of await pythons()) {
    const to = await reportOf(['--engine', 'native', '--python', python]);
    if ('error' in to) console.error(`${python}: ${to.error}`);
    else console.log(upgradeText(from, to));
    compared += 'error' in to ? 0 : 1;
  }
  if (compared === 0) console.error('There is no Python to compare with: name one with `--python PATH`.');
  return compared === 0 ? 3 : 0;
}

if (values.help) console.log(usage);
else process.exitCode = await compareAll();
