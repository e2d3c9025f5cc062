import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPythons } from '../src/python/native/find-pythons.ts';
import { findLessons } from '../src/verify/find-lessons.ts';
import { planSessions } from '../src/verify/plan.ts';
import { readLesson } from '../src/verify/read-lesson.ts';
import { root } from './run-command.ts';

/**
 * Times the verification of the guide against one process of Python for each of its blocks, one after the other. The
 * verification also proves exercises with their changed solutions, values, formulas and figures, which the processes do not.
 */
export async function benchOthers(): Promise<void> {
  const pythons = await findPythons({ env: process.env, root });
  const python = pythons.find(({ numpy, matplotlib }) => numpy && matplotlib);
  if (!python) throw new Error('There is no Python with NumPy and Matplotlib: `npm test` installs one.');
  const programs = programsOf();
  // Some blocks write files.
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const perBlock = seconds(() => {
    for (const code of programs) run(python.executable, ['-c', code], folder);
  });
  console.log(
    `${programs.length} blocks, ${python.executable}; whole processes. \`verify\` also proves exercises and formulas.`,
  );
  rmSync(folder, { recursive: true });
  show('a process for each block', perBlock, perBlock);
  const native = ['scripts/verify.ts', '--engine', 'native', '--python', python.executable];
  show(
    'verify --no-cache, native',
    seconds(() => run('node', [...native, '--no-cache'])),
    perBlock,
  );
  show(
    'verify, nothing changed, native',
    seconds(() => run('node', native)),
    perBlock,
  );
  show(
    'verify --no-cache, embedded',
    seconds(() => run('node', ['scripts/verify.ts', '--no-cache'])),
    perBlock,
  );
  show(
    'verify, nothing changed, embedded',
    seconds(() => run('node', ['scripts/verify.ts'])),
    perBlock,
  );
}

/** The program of each block: the blocks of its session up to it. */
function programsOf(): string[] {
  return findLessons(['content'], root).flatMap(({ file }) => {
    const lesson = readLesson(file, readFileSync(join(root, file), 'utf8'));
    return planSessions(lesson).flatMap(({ blocks }) =>
      blocks.map((_, i) =>
        blocks
          .slice(0, i + 1)
          .map(({ example }) => example.code.text)
          .join('\n'),
      ),
    );
  });
}

function run(command: string, args: readonly string[], cwd = root): void {
  spawnSync(command, args, { cwd, stdio: 'ignore', env: { ...process.env, MPLBACKEND: 'agg' } });
}

function seconds(work: () => void): number {
  const began = performance.now();
  work();
  return (performance.now() - began) / 1000;
}

function show(name: string, time: number, perBlock: number): void {
  console.log(`${name.padEnd(36)} ${time.toFixed(2)} s  ${(perBlock / time).toFixed(1)} × as fast`);
}
