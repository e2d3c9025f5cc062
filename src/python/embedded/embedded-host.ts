import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { takeBoundedLines } from '../bounded-lines.ts';
import type {
  BlockResult,
  Engine,
  EngineIdentity,
  Limits,
  SessionFile,
  SessionRequest,
  SessionResult,
} from '../engine.ts';
import type { RuntimeFolder } from '../interpreter/runtime-folder.ts';
import { SessionRecord } from '../session-record.ts';
import { grantedTime, waitOf } from './granted-time.ts';
import { findNetworkIsolation, type NetworkIsolation } from './network-isolation.ts';

/** The only source folders that the process may read: it runs programs from these. */
const sourceFolders = ['./', '../interpreter/'].map((room) => fileURLToPath(new URL(room, import.meta.url)));
/** `.ts` here, and `.js` in the package of the verifier. */
const childPath = fileURLToPath(new URL(`./embedded-child${extname(import.meta.url)}`, import.meta.url));

/** Most bytes of memory for one interpreter, whatever the limits allow. */
const mostMemory = 2 ** 30;

/**
 * The embedded engine: CPython in WebAssembly, in sandboxed Node processes. Such a process has an empty environment, can
 * read only the runtime folder and its own source, cannot start a process or a thread, cannot generate code from text, and
 * has no network where the system supports network namespaces. Its messages are untrusted: `read-ran.ts` checks them.
 *
 * @param jobs the most processes
 */
export function startEmbeddedHost(
  runtime: RuntimeFolder,
  isolation: NetworkIsolation = findNetworkIsolation(),
  jobs = availableParallelism(),
): Engine {
  return new EmbeddedHost(runtime, isolation, jobs);
}

interface Waiting {
  readonly request: SessionRequest;
  readonly limits: Limits;
  readonly resolve: (result: SessionResult) => void;
}

class EmbeddedHost implements Engine {
  readonly identity: EngineIdentity;
  readonly #runtime: RuntimeFolder;
  readonly #isolation: NetworkIsolation;
  readonly #jobs: number;
  readonly #waiting: Waiting[] = [];
  readonly #children = new Set<Child>();

  constructor(runtime: RuntimeFolder, isolation: NetworkIsolation, jobs: number) {
    const caveats = 'missing' in isolation ? [`Embedded Python could reach the network: ${isolation.missing}.`] : [];
    this.identity = { kind: 'embedded', label: runtime.label, location: runtime.path, caveats };
    this.#runtime = runtime;
    this.#isolation = isolation;
    this.#jobs = jobs;
    this.#addChild();
  }

  run(sessions: readonly SessionRequest[], limits: Limits): Promise<SessionResult[]> {
    const results = sessions.map(
      (request) => new Promise<SessionResult>((resolve) => this.#waiting.push({ request, limits, resolve })),
    );
    while (this.#children.size < Math.min(this.#jobs, this.#waiting.length)) this.#addChild();
    for (const child of this.#children) this.#feed(child);
    return Promise.all(results);
  }

  async close(): Promise<void> {
    await Promise.all([...this.#children].map((child) => child.kill()));
  }

  #addChild(): void {
    this.#children.add(new Child(this.#runtime, this.#isolation));
  }

  #feed(child: Child): void {
    if (child.busy) return;
    const next = this.#waiting.shift();
    if (!next) return;
    child.run(next.request, next.limits).then((result) => {
      next.resolve(result);
      if (child.ended) this.#replace(child);
      else this.#feed(child);
    });
  }

  #replace(child: Child): void {
    this.#children.delete(child);
    if (this.#waiting.length === 0) return;
    const fresh = new Child(this.#runtime, this.#isolation);
    this.#children.add(fresh);
    this.#feed(fresh);
  }
}

/** One sandboxed process. It runs one session at a time, and is killed when a block exceeds a limit or breaks the protocol. */
class Child {
  busy = false;
  ended = false;
  readonly #process: ChildProcess;
  readonly #closed: Promise<void>;
  #record: SessionRecord | undefined;
  #stderrText = '';

  constructor(runtime: RuntimeFolder, isolation: NetworkIsolation) {
    const [program = '', ...args] = [...('command' in isolation ? isolation.command : []), ...nodeCommand(runtime)];
    this.#process = spawn(program, args, { env: childEnvironment, cwd: runtime.path, stdio: 'pipe' });
    this.#process.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#stderrText = (this.#stderrText + text).slice(-2000);
    });
    // When the process has died, its `close` event reports it; the write error adds nothing.
    this.#process.stdin?.on('error', () => undefined);
    this.#closed = new Promise((resolve) => {
      this.#process.on('error', () => resolve());
      this.#process.on('close', () => resolve());
    });
    this.#closed.then(() => this.#end());
    const { stdout } = this.#process;
    if (stdout)
      takeBoundedLines(stdout, {
        take: (line) => this.#receive(line),
        tooLong: () => this.#lineTooLong(),
      });
  }

  run(request: SessionRequest, limits: Limits): Promise<readonly BlockResult[]> {
    this.busy = true;
    const clock = grantedTime(waitOf(this.#process.pid));
    const record = new SessionRecord({ blocks: request.blocks, limits, kill: () => this.kill(), clock });
    this.#record = record;
    if (this.ended) record.died(this.#describeEnd());
    const sent = { blocks: request.blocks, files: request.files?.map(withContent), outputBytes: limits.outputBytes };
    this.#process.stdin?.write(`${JSON.stringify(sent)}\n`);
    return record.finished.then((results) => {
      this.busy = false;
      // The process is dead too, or in an unknown state: no other session may run in it.
      if (results.some(({ end }) => end.how === 'died')) this.kill();
      return results;
    });
  }

  kill(): Promise<void> {
    this.ended = true;
    this.#process.kill('SIGKILL');
    return this.#closed;
  }

  #receive(line: string): void {
    this.#record?.receive(line);
  }

  #lineTooLong(): void {
    this.#record?.died('it sent a message that is too long');
    this.kill();
  }

  #end(): void {
    this.ended = true;
    this.#record?.died(this.#describeEnd());
  }

  #describeEnd(): string {
    const { signalCode, exitCode } = this.#process;
    const error = /^\w*Error: .*/m.exec(this.#stderrText)?.[0];
    return signalCode ?? error ?? `exit status ${exitCode}`;
  }
}

/** The process may not read files: their contents are sent to it. */
function withContent({ path, from }: SessionFile) {
  return { path, base64: readFileSync(from).toString('base64') };
}

/** Nothing from this process's environment. PATH is needed to find `unshare`. */
const childEnvironment = { PATH: '/usr/bin:/bin:/usr/sbin:/sbin', NODE_NO_WARNINGS: '1' };

function nodeCommand(runtime: RuntimeFolder): string[] {
  return [
    process.execPath,
    '--permission',
    `--allow-fs-read=${runtime.path}`,
    ...sourceFolders.map((folder) => `--allow-fs-read=${folder}`),
    '--disallow-code-generation-from-strings',
    '--max-old-space-size=512',
    childPath,
    runtime.path,
    String(mostMemory),
  ];
}
