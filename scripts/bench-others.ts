import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPythons } from '../src/python/native/find-pythons.ts';
import { blockPrograms, codeOf, guideSessions } from './guide-sessions.ts';
import { root } from './run-command.ts';

/** The code of the blocks of one session, in order. */
type Session = readonly string[];

/** A tool that runs blocks of Python, if the Python that is measured has its modules. */
interface Tool {
  readonly name: string;
  readonly modules: string;
  /** The name and the text of the file with a session. */
  readonly file: (session: Session, i: number) => readonly [string, string];
  readonly more?: Readonly<Record<string, string>>;
  readonly args: readonly string[];
}

const inFences = (info: (block: number) => string) => (session: Session, i: number) =>
  [`session-${i}.md`, session.map((code, k) => `\`\`\`python${info(k)}\n${code}\`\`\`\n`).join('\n')] as const;

const tools: readonly Tool[] = [
  {
    name: 'jupyter nbconvert --execute',
    modules: 'nbconvert, ipykernel',
    file: (session, i) => [`session-${i}.ipynb`, notebookOf(session)],
    args: ['-m', 'nbconvert', '--to', 'notebook', '--execute', '--allow-errors', '--output-dir', 'out', '*.ipynb'],
  },
  {
    name: 'pytest with Sybil',
    modules: 'pytest, sybil',
    file: inFences(() => ''),
    more: {
      'conftest.py':
        'from sybil import Sybil\nfrom sybil.parsers.markdown import PythonCodeBlockParser\n' +
        "pytest_collect_file = Sybil([PythonCodeBlockParser()], patterns=['*.md']).pytest()\n",
    },
    args: ['-m', 'pytest', '-q', '-p', 'no:cacheprovider'],
  },
  {
    name: 'pytest --markdown-docs',
    modules: 'pytest, pytest_markdown_docs',
    file: inFences((block) => (block === 0 ? '' : ' continuation')),
    args: ['-m', 'pytest', '-q', '-p', 'no:cacheprovider', '--markdown-docs'],
  },
];

/**
 * Times the verification of the guide against others that run its blocks: one process of Python for each, one after the
 * other, and the tools that this Python has. The verification also proves exercises with their changed solutions, values,
 * formulas and figures, which they do not; nor do they compare an output.
 */
export async function benchOthers(): Promise<void> {
  const pythons = await findPythons({ env: process.env, root });
  const python = pythons.find(({ numpy, matplotlib }) => numpy && matplotlib);
  if (!python) throw new Error('There is no Python with NumPy and Matplotlib: `npm test` installs one.');
  const { executable } = python;
  const all = guideSessions();
  const sessions = all.flatMap((one) => one.sessions.map(codeOf));
  const programs = blockPrograms(all);
  console.log(
    `${programs.length} blocks, ${executable}; whole processes. \`verify\` also proves exercises and formulas.`,
  );
  // Some blocks write files.
  const perBlock = inFolder((folder) =>
    seconds(() => {
      for (const code of programs) run(executable, ['-c', code], folder);
    }),
  );
  show('a process for each block', perBlock, perBlock);
  for (const tool of tools) {
    const time = timeOf(tool, sessions, executable);
    if (time === undefined) console.log(`${tool.name.padEnd(36)} is not installed for this Python`);
    else show(tool.name, time, perBlock);
  }
  const native = ['--engine', 'native', '--python', executable];
  for (const [name, options] of [
    ['verify --no-cache, native', [...native, '--no-cache']],
    ['verify, nothing changed, native', native],
    ['verify --no-cache, embedded', ['--no-cache']],
    ['verify, nothing changed, embedded', []],
  ] as const) {
    const verifyAll = () => run('node', ['scripts/verify.mjs', ...options]);
    // The results that it then finds may not be there yet.
    if (name.includes('nothing changed')) verifyAll();
    const time = seconds(verifyAll);
    show(name, time, perBlock);
  }
}

/** The time of a tool for all sessions; `undefined` where it is not installed. */
function timeOf({ modules, file, more = {}, args }: Tool, sessions: readonly Session[], python: string) {
  if (spawnSync(python, ['-c', `import ${modules}`]).status !== 0) return undefined;
  return inFolder((folder) => {
    const files = [...sessions.map(file), ...Object.entries(more)];
    for (const [name, text] of files) writeFileSync(join(folder, name), text);
    const names = files.map(([name]) => name).filter((name) => name.endsWith('.ipynb'));
    const whole = args.flatMap((one) => (one === '*.ipynb' ? names : [one]));
    return seconds(() => run(python, whole, folder));
  });
}

function notebookOf(session: Session): string {
  const kernelspec = { name: 'python3', display_name: 'Python 3', language: 'python' };
  const cells = session.map((source, i) => ({
    cell_type: 'code',
    id: `cell-${i}`,
    source,
    metadata: {},
    outputs: [],
    execution_count: null,
  }));
  return JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: { kernelspec }, cells });
}

function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function run(command: string, args: readonly string[], cwd = root): void {
  const { error } = spawnSync(command, args, { cwd, stdio: 'ignore', env: { ...process.env, MPLBACKEND: 'agg' } });
  if (error) throw error;
}

function seconds(work: () => void): number {
  const began = performance.now();
  work();
  return (performance.now() - began) / 1000;
}

function show(name: string, time: number, perBlock: number): void {
  console.log(`${name.padEnd(36)} ${time.toFixed(2)} s  ${(perBlock / time).toFixed(1)} × as fast`);
}
