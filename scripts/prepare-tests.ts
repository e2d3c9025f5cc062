import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findPythons } from '../src/python/native/find-pythons.ts';
import { findChromium } from './find-chromium.ts';
import { packageManager, type Succeeds } from './package-manager.ts';
import { root } from './run-command.ts';

/** Sets up what the tests need besides packages: a Python with NumPy and Matplotlib, and Chromium. Quick when they are there. */
const packages = ['numpy', 'matplotlib'] as const;
const say = (text: string) => console.log(`• ${text}`);
const succeeds: Succeeds = (command, args, complaints) =>
  spawnSync(command, args, { cwd: root, stdio: ['ignore', 'ignore', complaints === 'shown' ? 'inherit' : 'ignore'] })
    .status === 0;
const debian = packageManager(succeeds, process.getuid?.() === 0, say);

await ensurePython();
ensureChromium();

async function ensurePython(): Promise<void> {
  if (await hasPython()) return;
  const { CALCULUS_PYTHON: named } = process.env;
  if (named) {
    say(`${named}, which CALCULUS_PYTHON names, is no Python with ${packages.join(' and ')}.`);
    return;
  }
  if (debian.install(['python3', ...packages.map((name) => `python3-${name}`)]) && (await hasPython())) return;
  if (installWithPip() && (await hasPython())) return;
  say(
    `No Python with ${packages.join(' and ')} could be set up, so examples are proven with Python in WebAssembly alone, and tests that compare the two fail. ` +
      `To prove them: python3 -m venv .venv && .venv/bin/pip install ${packages.join(' ')}`,
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

/** The browser without a window, with which the tests take half the time; any other Chromium where it cannot be had. */
function ensureChromium(): void {
  const shell = 'chromium-headless-shell';
  if (process.env['CHROMIUM'] || findsChromium() === shell) return;
  if (debian.knows(shell) && debian.install([shell])) return;
  if (findsChromium() !== undefined || debian.install([shell]) || debian.install(['chromium'])) return;
  say('No Chromium could be set up: the browser tests will fail. Install one, or name it in the variable CHROMIUM.');
}

/** The name of the Chromium that the tests would use. */
function findsChromium(): string | undefined {
  try {
    return findChromium(process.env).split('/').at(-1);
  } catch {
    return undefined;
  }
}
