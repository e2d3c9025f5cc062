import { type ChildProcess, spawn } from 'node:child_process';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { BlockResult, Engine, EngineIdentity, Limits, SessionRequest, SessionResult } from './engine.ts';
import { describePython, type FoundPython } from './find-pythons.ts';

/** The server could not be started or went away; the message says what it wrote last. */
export class NativeHostError extends Error {}

interface Answer {
  readonly id: number;
  readonly blocks: readonly BlockResult[];
}

const serverPath = fileURLToPath(new URL('./fork_server.py', import.meta.url));

/**
 * The native engine: a Python of this machine, started at once so that its imports overlap with whatever the caller
 * does next. Sessions are forked from it, as many at a time as there are processors.
 *
 * @param modules imported before the first fork: what many blocks need, so that each block costs milliseconds.
 * @param passed variables for Python besides the fixed ones
 */
export function startNativeHost(python: FoundPython, modules: readonly string[], passed: Passed = {}): Engine {
  return new NativeHost(python, modules, passed);
}

/** Variables that the caller hands to Python on top of the fixed ones: what a processor shall be taken for. */
export type Passed = Readonly<Record<string, string>>;

/** Who answers: a Python, and what it was given that others are not. Results are kept under this name. */
export function nativeIdentity(python: FoundPython, passed: Passed): EngineIdentity {
  const given = Object.entries(passed).map(([name, value]) => `, ${name}=${value}`);
  const label = `${describePython(python)}${given.join('')}`;
  return { kind: 'native', label, location: python.executable, caveats: [] };
}

class NativeHost implements Engine {
  readonly identity: EngineIdentity;
  private readonly server: ChildProcess;
  private readonly ended: Promise<void>;
  private readonly pending = new Map<number, (blocks: readonly BlockResult[]) => void>();
  private complaints = '';
  private lastId = 0;

  constructor(python: FoundPython, modules: readonly string[], passed: Passed) {
    this.identity = nativeIdentity(python, passed);
    const args = ['-B', serverPath, String(availableParallelism()), ...modules];
    this.server = spawn(python.executable, args, { env: { ...environment(process.env), ...passed }, stdio: 'pipe' });
    this.server.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.complaints = (this.complaints + text).slice(-2000);
    });
    // A server that dies while we write to it says so through its end, which `run` waits for.
    this.server.stdin?.on('error', () => undefined);
    this.ended = new Promise((resolve) => {
      this.server.on('error', (error) => {
        this.complaints += error.message;
        resolve();
      });
      this.server.on('close', () => resolve());
    });
    if (this.server.stdout) createInterface(this.server.stdout).on('line', (line) => this.receive(line));
  }

  async run(sessions: readonly SessionRequest[], limits: Limits): Promise<SessionResult[]> {
    const results = sessions.map((session) => this.request(session, limits));
    const gone = this.ended.then(() => {
      throw new NativeHostError(`Python at ${this.identity.location} stopped answering. ${this.complaints}`.trim());
    });
    return Promise.race([Promise.all(results), gone]);
  }

  async close(): Promise<void> {
    // With nothing left to run there is nothing to finish either, and a kill is quicker than Python's farewell.
    if (this.pending.size === 0) this.server.kill('SIGKILL');
    else this.server.stdin?.end();
    await this.ended;
  }

  private request({ blocks }: SessionRequest, limits: Limits): Promise<readonly BlockResult[]> {
    const id = ++this.lastId;
    this.server.stdin?.write(`${JSON.stringify({ id, blocks, ...limits })}\n`);
    return new Promise((resolve) => this.pending.set(id, resolve));
  }

  private receive(line: string): void {
    const message = JSON.parse(line) as Answer | { hello: unknown };
    if ('hello' in message) return;
    this.pending.get(message.id)?.(message.blocks);
    this.pending.delete(message.id);
  }
}

/** A small, fixed environment: the same hash seed, encoding and backend on every machine, and no surprises from ours. */
export function environment(ours: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return {
    PATH: ours['PATH'],
    HOME: ours['HOME'],
    LANG: 'C.UTF-8',
    TZ: 'UTC',
    COLUMNS: '80',
    PYTHONHASHSEED: '0',
    PYTHONUTF8: '1',
    MPLBACKEND: 'Agg',
    MPLCONFIGDIR: join(tmpdir(), 'calculus-for-ml-matplotlib'),
    OPENBLAS_NUM_THREADS: '1',
    OMP_NUM_THREADS: '1',
  };
}
