import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findPythons } from '../src/python/native/find-pythons.ts';
import { ensurePrograms } from './ensure-programs.ts';
import { findChromium } from './find-chromium.ts';
import { findEngines } from './find-engines.ts';
import { findJava } from './find-java.ts';
import { packageManager, type Succeeds } from './package-manager.ts';
import { root } from './run-command.ts';

/** Installs the programs for the tests, unless they are installed: a Python with NumPy and Matplotlib, the browsers, and a Java. */
const packages = ['numpy', 'matplotlib'] as const;
const say = (text: string) => console.log(`• ${text}`);
const succeeds: Succeeds = (command, args, errors) =>
  spawnSync(command, args, { cwd: root, stdio: ['ignore', 'ignore', errors === 'shown' ? 'inherit' : 'ignore'] })
    .status === 0;
const debian = packageManager(succeeds, process.getuid?.() === 0, say);

await ensurePython();
ensureChromium();
const find = () => ({ ...findEngines(process.env), java: findJava(process.env) });
ensurePrograms({ find, debian }, say);

async function ensurePython(): Promise<void> {
  if (await hasPython()) return;
  const { CALCULUS_PYTHON: named } = process.env;
  if (named) {
    say(
      `CALCULUS_PYTHON is ${named}, which is not a Python with ${packages.join(' and ')}. Set it to one that is, or unset it.`,
    );
    return;
  }
  if (debian.install(['python3', ...packages.map((name) => `python3-${name}`)]) && (await hasPython())) return;
  if (installWithPip() && (await hasPython())) return;
  say(
    `No Python with ${packages.join(' and ')} could be installed: examples run in WebAssembly only, and tests that need both fail. ` +
      `To install it: python3 -m venv .venv && .venv/bin/pip install ${packages.join(' ')}`,
  );
}

async function hasPython(): Promise<boolean> {
  const pythons = await findPythons({ env: process.env, root });
  return pythons.some((python) => packages.every((name) => python[name] !== null));
}

function installWithPip(): boolean {
  const python = join(root, '.venv', 'bin', 'python');
  if (!existsSync(python) && !succeeds('python3', ['-m', 'venv', join(root, '.venv')], 'hidden')) return false;
  say(`Installing ${packages.join(', ')} into .venv with pip …`);
  return succeeds(python, ['-m', 'pip', 'install', '--quiet', '--retries', '1', ...packages], 'shown');
}

/** Installs a Chromium if there is none; the headless one, since it halves the time of the tests. */
function ensureChromium(): void {
  const shell = 'chromium-headless-shell';
  if (process.env['CHROMIUM'] || chromiumName() === shell) return;
  if (debian.knows(shell) && debian.install([shell])) return;
  if (chromiumName() !== undefined || debian.install([shell]) || debian.install(['chromium'])) return;
  say('No Chromium could be installed: the browser tests will fail. Install one, or set CHROMIUM to its path.');
}

/** The name of the Chromium that the tests would use. */
function chromiumName(): string | undefined {
  try {
    return findChromium(process.env).split('/').at(-1);
  } catch {
    return undefined;
  }
}
