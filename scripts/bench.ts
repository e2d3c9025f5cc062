import { execFileSync, spawnSync } from 'node:child_process';
import { root } from './run-command.ts';

/**
 * Times a verification, as whole processes; with `page`, Python in the page; with `explorables`, the explorables of the
 * built site; with `load`, the first load of every page; with `answers`, checks of exercises; with `sessions`, sessions on
 * the embedded engine; with `blocks`, what the blocks of the guide take on it; with `others`, one process of Python for each
 * block. Prints medians with the spread, since machines are noisy.
 */
const [, , first, second] = process.argv;
if (first === 'explorables') {
  process.argv.splice(2, 1);
  await import('./bench-explorables.ts');
  process.exit();
}
if (first === 'page') {
  const { benchPage } = await import('./bench-page.ts');
  await benchPage(Number(second ?? 5));
  process.exit();
}
if (first === 'answers') {
  const { benchAnswers } = await import('./bench-answers.ts');
  await benchAnswers(Number(second ?? 3));
  process.exit();
}
if (first === 'load') {
  const { benchLoad } = await import('./bench-load.ts');
  await benchLoad(Number(second ?? 3));
  process.exit();
}
if (first === 'sessions') {
  const { benchSessions } = await import('./bench-sessions.ts');
  await benchSessions(Number(second ?? 20));
  process.exit();
}
if (first === 'blocks') {
  const { benchBlocks } = await import('./bench-blocks.ts');
  await benchBlocks(Number(second ?? 5));
  process.exit();
}
if (first === 'others') {
  const { benchOthers } = await import('./bench-others.ts');
  await benchOthers();
  process.exit();
}
const runs = Number(first ?? 9);
if (!(runs >= 1)) {
  console.error(
    `\`${first}\` is no bench. Write one of explorables, page, answers, load, sessions, blocks and others, or the number of runs.`,
  );
  process.exit(2);
}

interface Report {
  readonly engines: readonly { readonly label: string; readonly location: string }[];
  readonly files: readonly { readonly examples: readonly { readonly seconds?: number }[] }[];
}

const verify = ['node', 'scripts/verify.mjs', '--engine', 'native'];
const report = JSON.parse(
  execFileSync('node', ['scripts/verify.mjs', '--engine', 'native', '--no-cache', '--json'], {
    cwd: root,
    encoding: 'utf8',
  }),
) as Report;
const [engine] = report.engines;
if (!engine) throw new Error('No native Python was found: there is nothing to measure. `npm test` installs one.');

const imports = time([engine.location, '-c', 'import numpy']);
const blocks = report.files.flatMap(({ examples }) => examples).reduce((sum, { seconds = 0 }) => sum + seconds, 0);
const cold = time([...verify, '--no-cache']);
const coldNpm = time(['npm', 'run', 'verify', '--', '--engine', 'native', '--no-cache']);
const warm = time(verify);
const warmNpm = time(['npm', 'run', 'verify', '--', '--engine', 'native']);

console.log(`${engine.label}; medians of ${runs} runs (least to most), whole processes`);
show('python -c "import numpy"', imports);
show('the blocks themselves', { median: blocks, least: blocks, most: blocks });
show('verify --no-cache', cold);
show('npm run verify -- --no-cache', coldNpm);
show('verify, nothing changed', warm);
show('verify --no-cache, embedded', time(['node', 'scripts/verify.mjs', '--no-cache']));
show('npm run verify, nothing changed', warmNpm);
const bound = imports.median + blocks;
console.log(
  `verify --no-cache takes ${(cold.median / bound).toFixed(2)} × (import + blocks), through npm ${(coldNpm.median / bound).toFixed(2)} ×`,
);

interface Timing {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

function time([command = '', ...args]: readonly string[]): Timing {
  const seconds = Array.from({ length: runs + 1 }, () => {
    const began = performance.now();
    spawnSync(command, args, { cwd: root, stdio: 'ignore' });
    return (performance.now() - began) / 1000;
  });
  // The first run warms the disk's cache and is not counted.
  const sorted = seconds.slice(1).sort((a, b) => a - b);
  return { median: sorted[Math.floor(sorted.length / 2)] ?? 0, least: sorted[0] ?? 0, most: sorted.at(-1) ?? 0 };
}

function show(name: string, { median, least, most }: Timing): void {
  console.log(`${name.padEnd(34)} ${median.toFixed(3)} s  (${least.toFixed(3)} – ${most.toFixed(3)})`);
}
