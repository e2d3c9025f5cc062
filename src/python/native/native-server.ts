import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import {
  type BlockEnd,
  type BlockRequest,
  type BlockResult,
  goesOn,
  type Limits,
  type SessionRequest,
  type SessionResult,
} from '../engine.ts';
import type { FoundPython } from './find-pythons.ts';
import { NativeHostError } from './native-host-error.ts';
import {
  blockResultFrom,
  leavesThreads,
  type NativeServerMessage,
  readNativeServerMessage,
} from './native-server-message.ts';

const serverPath = fileURLToPath(new URL('./fork_server.py', import.meta.url));
/** Milliseconds beyond a block's time limit after which a silent server counts as stuck; generous, for a busy machine. */
const silenceLimit = 20_000;
/** Milliseconds within which a server must exit after its input has ended. */
const exitTimeout = 2000;

interface Running {
  readonly blocks: readonly BlockRequest[];
  readonly limits: Limits;
  readonly results: BlockResult[];
  /** Whether the previous block has left threads running. */
  hasThreads: boolean;
  readonly finish: (results: SessionResult) => void;
}

/** One process of `fork_server.py`, and the sessions that it runs now. */
export class NativeServer {
  /** Resolves when the process has ended, for any reason, with the last 2,000 characters of its stderr. */
  readonly ended: Promise<string>;
  /** Whether it has started and imported its modules. */
  isUp = false;
  readonly #process: ChildProcess;
  readonly #running = new Map<number, Running>();
  #lastId = 0;
  #watchdog: NodeJS.Timeout | undefined;

  constructor(python: FoundPython, modules: readonly string[], env: NodeJS.ProcessEnv) {
    // The server removes it and those of its sessions, but for when a block has killed all of its processes: so does this one.
    const folder = makeFolder();
    this.#process = spawn(python.executable, ['-B', serverPath, folder, ...modules], { env, stdio: 'pipe' });
    let stderrText = '';
    this.#process.stderr?.setEncoding('utf8').on('data', (text: string) => {
      stderrText = (stderrText + text).slice(-2000);
    });
    // When the server has died, its `close` event reports it; the write error adds nothing.
    this.#process.stdin?.on('error', () => undefined);
    this.ended = new Promise((resolve) => {
      this.#process.on('error', (error) => resolve(error.message));
      this.#process.on('close', () => resolve(stderrText));
    });
    this.ended.then(() => {
      clearTimeout(this.#watchdog);
      removeFolders(folder);
    });
    if (this.#process.stdout) createInterface(this.#process.stdout).on('line', (line) => this.#receive(line));
  }

  /** Starts a session. If the server ends first, the promise never resolves: see {@link partOf}. */
  run(
    { blocks, files = [] }: SessionRequest,
    limits: Limits,
  ): { readonly id: number; readonly done: Promise<SessionResult> } {
    const id = ++this.#lastId;
    const done = new Promise<SessionResult>((finish) => {
      this.#running.set(id, { blocks, limits, results: [], hasThreads: false, finish });
    });
    this.#process.stdin?.write(`${JSON.stringify({ id, blocks, files, ...limits })}\n`);
    this.#restartWatchdog();
    return { id, done };
  }

  /** Whether it was given no other session than the first. */
  get hasRunOne(): boolean {
    return this.#lastId === 1;
  }

  /** The results of a session whose server has ended: the known ones, and `end` for the block that was running. */
  partOf(id: number, end: BlockEnd): SessionResult {
    const session = this.#running.get(id);
    if (!session) throw new Error(`There is no session ${id}.`);
    return filledUp(session, end);
  }

  /** Ends the server and all its sessions. */
  async close(): Promise<void> {
    this.#process.stdin?.end();
    const late = setTimeout(() => this.#kill(), exitTimeout);
    await this.ended;
    clearTimeout(late);
  }

  #kill(): void {
    this.#process.kill('SIGKILL');
  }

  #receive(line: string): void {
    const message = readNativeServerMessage(line);
    // Another program writes to the same stream: no later line can be trusted.
    if (message === undefined) this.#kill();
    else this.#apply(message);
    this.#restartWatchdog();
  }

  #apply(message: NativeServerMessage): void {
    if ('hello' in message) {
      this.isUp = true;
      return;
    }
    const session = this.#running.get(message.id);
    // That it waits for a processor shows that the server is not stuck, which is all.
    if (!session || 'waited' in message) return;
    const { blocks, limits, results } = session;
    const block = blocks[results.length];
    if ('ran' in message) {
      if (!block || isOver(session)) return;
      const result = blockResultFrom(message, block, limits.outputBytes);
      results.push(session.hasThreads ? { ...result, beside: 'threads' } : result);
      session.hasThreads = leavesThreads(message);
    } else {
      this.#running.delete(message.id);
      session.finish(filledUp(session, { how: 'died', status: 'its end was not reported' }));
    }
  }

  /**
   * Kills a server that is silent for longer than any running block may take: a block has stopped it. Each message grants
   * it that time anew. That ends, too: the server bounds by how much the time of a block is extended.
   */
  #restartWatchdog(): void {
    clearTimeout(this.#watchdog);
    const seconds = [...this.#running.values()].map(({ limits }) => limits.seconds);
    if (!this.isUp || seconds.length === 0) return;
    this.#watchdog = setTimeout(() => this.#kill(), Math.max(...seconds) * 1000 + silenceLimit);
  }
}

/** Makes a folder where Python looks for one: in the folder of the environment, or else in the usual ones or the current one. */
function makeFolder(): string {
  for (const place of [tmpdir(), '/tmp', '/var/tmp', process.cwd()]) {
    try {
      return mkdtempSync(join(place, 'examples-'));
    } catch {
      // It is not there, or cannot be written.
    }
  }
  throw new NativeHostError(
    `No folder can be made for the examples: \`${tmpdir()}\` cannot be written, nor the current folder.`,
  );
}

/** Removes the folder and those of sessions, whose names begin with its own. */
function removeFolders(folder: string): void {
  const place = dirname(folder);
  const names = existsSync(place) ? readdirSync(place) : [];
  for (const name of names.filter((one) => one.startsWith(basename(folder)))) {
    try {
      rmSync(join(place, name), { recursive: true, force: true });
    } catch {
      // A process that a block has left behind writes in it. No result depends on the folder any more.
    }
  }
}

/** Whether its last block has ended in a way after which none runs. */
function isOver({ results }: Running): boolean {
  const last = results.at(-1);
  return last !== undefined && !goesOn(last.end);
}

function filledUp(session: Running, end: BlockEnd): SessionResult {
  const { blocks, results } = session;
  const nothing = { stdout: '', stderr: '', values: [], figures: [], seconds: 0 };
  const first = isOver(session) ? [] : [{ ...nothing, end }];
  const rest = blocks.map(() => ({ ...nothing, end: { how: 'not run' } as const }));
  return [...results, ...first, ...rest].slice(0, blocks.length);
}
