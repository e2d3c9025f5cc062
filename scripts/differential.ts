import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { describePython, type FoundPython, findPythons } from '../src/python/native/find-pythons.ts';
import { readOptions } from './read-options.ts';
import { root } from './run-command.ts';

const usage = `Compares the NumPy of the page with the real one: the same programs run in both.

  node scripts/differential.ts [--programs N] [--seed S] [--name NAME] [--docstrings] [--all] [--ours COMMAND]

  --programs    number of random programs (20000)
  --seed        seed of the random programs (1)
  --name        only programs about one name of the coverage table
  --docstrings  the examples in NumPy's own docstrings as well
  --all         compare with the NumPy of every Python on this machine, not just with the first (NumPy 2 before 1)
  --ours        a command that runs our NumPy: it reads programs and writes results as run_programs.py does`;

const { values } = readOptions(usage, {
  options: {
    programs: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '1' },
    name: { type: 'string' },
    docstrings: { type: 'boolean', default: false },
    all: { type: 'boolean', default: false },
    ours: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) {
  console.log(usage);
} else {
  process.exitCode = await compareWith(await references());
}

/** The Pythons that have NumPy, the newest NumPy first. */
async function references(): Promise<FoundPython[]> {
  const found = await findPythons({ env: process.env, root });
  const newest = (python: FoundPython) => Number.parseFloat(python.numpy ?? '0');
  return found.filter(({ numpy }) => numpy !== null).sort((a, b) => newest(b) - newest(a));
}

async function compareWith([first, ...others]: readonly FoundPython[]): Promise<number> {
  if (!first) {
    console.error('No Python with NumPy was found to compare with. `npm test` installs one.');
    return 3;
  }
  const codes: number[] = [];
  for (const python of values.all ? [first, ...others] : [first]) codes.push(await compare(python, first));
  return Math.max(...codes);
}

/** Runs the comparison with one NumPy; our own package runs on the newest Python, which need not be the same. */
function compare(reference: FoundPython, ours: FoundPython): Promise<number> {
  console.log(`\n${describePython(reference)}`);
  const script = join(root, 'tests', 'python', 'differential', 'differential.py');
  const args = ['-B', script, '--programs', values.programs, '--seed', values.seed, '--python', ours.executable];
  if (values.name) args.push('--name', values.name);
  if (values.docstrings) args.push('--docstrings');
  if (values.ours) args.push('--ours', ...values.ours.split(' '));
  const child = spawn(reference.executable, args, { stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}
