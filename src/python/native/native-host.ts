import { availableParallelism } from 'node:os';
import type { Engine, EngineIdentity, Limits, SessionRequest, SessionResult } from '../engine.ts';
import { describePython, type FoundPython } from './find-pythons.ts';
import { environment } from './native-environment.ts';
import { NativeHostError } from './native-host-error.ts';
import { NativeServer } from './native-server.ts';

/**
 * The native engine: a Python of this machine. It starts at once, so that its imports overlap with the caller's next
 * steps. Sessions are forked from it, as many at a time as there are processors.
 *
 * It has no sandbox: a block can read and write the user's files, and use the network. It contains faults, not attacks: a
 * session that ends the server, or does anything else that a process may do to itself and its parent, affects its own
 * results only. `native_child.py` lists which results a block cannot forge. Its processes and files are gone when it is
 * over. Only shared memory and semaphores that neither it nor Python's own helper removes stay, in `/dev/shm` and the tables
 * of System V: the system does not tell to which session they belong.
 *
 * @param modules imported before the first fork, so that blocks that need them start in milliseconds
 */
export function startNativeHost(
  python: FoundPython,
  modules: readonly string[],
  settings: Partial<HostSettings> = {},
): Engine {
  return new NativeHost(python, modules, { passed: {}, jobs: availableParallelism(), ...settings });
}

/** Environment variables for Python in addition to the fixed ones, for example to emulate another processor. */
export type Passed = Readonly<Record<string, string>>;

/** The identity of a Python with its additional variables. Cached results are stored under it. */
export function nativeIdentity(python: FoundPython, passed: Passed): EngineIdentity {
  const given = Object.entries(passed).map(([name, value]) => `, ${name}=${value}`);
  const label = `${describePython(python)}${given.join('')}`;
  return { kind: 'native', label, location: python.executable, caveats: [] };
}

/** The settings of a native engine. */
export interface HostSettings {
  /** Environment variables in addition to the fixed ones; by default none. */
  readonly passed: Passed;
  /** The most sessions at a time; by default, as many as there are processors. */
  readonly jobs: number;
}

interface Job {
  readonly request: SessionRequest;
  readonly limits: Limits;
  readonly resolve: (result: SessionResult) => void;
  readonly reject: (error: Error) => void;
}

const serverEnded = { how: 'died', status: 'the server that runs all sessions ended with it' } as const;

class NativeHost implements Engine {
  readonly identity: EngineIdentity;
  readonly #startServer: () => NativeServer;
  readonly #jobs: number;
  readonly #waiting: Job[] = [];
  /**
   * Sessions that ran when a server ended that had run others, too. Any of those may have ended it, also one that was over
   * long before. Each is run once more, alone, in a server of its own: if that ends, the session has ended it.
   */
  readonly #suspects: Job[] = [];
  /** The server of all sessions but the suspects. */
  #server: NativeServer | undefined;
  readonly #servers = new Set<NativeServer>();
  #running = 0;
  #isClosing = false;

  constructor(python: FoundPython, modules: readonly string[], { passed, jobs }: HostSettings) {
    this.#jobs = jobs;
    this.identity = nativeIdentity(python, passed);
    this.#startServer = () => new NativeServer(python, modules, { ...environment(process.env), ...passed });
    this.#server = this.#start();
  }

  run(sessions: readonly SessionRequest[], limits: Limits): Promise<SessionResult[]> {
    const results = sessions.map(
      (request) =>
        new Promise<SessionResult>((resolve, reject) => this.#waiting.push({ request, limits, resolve, reject })),
    );
    this.#runNext();
    return Promise.all(results);
  }

  async close(): Promise<void> {
    this.#isClosing = true;
    await Promise.all([...this.#servers].map((server) => server.close()));
  }

  #start(): NativeServer {
    const server = this.#startServer();
    this.#servers.add(server);
    server.ended.then(() => {
      this.#servers.delete(server);
      if (this.#server === server) this.#server = undefined;
    });
    return server;
  }

  #runNext(): void {
    while (this.#running < this.#jobs) {
      const job = this.#waiting.shift();
      if (!job) break;
      this.#server ??= this.#start();
      void this.#runIn(this.#server, job, 1);
    }
    const suspect = this.#running === 0 ? this.#suspects.shift() : undefined;
    if (suspect) void this.#runIn(this.#start(), suspect, this.#jobs);
  }

  /** @param places how many of the sessions at a time it counts for */
  async #runIn(server: NativeServer, job: Job, places: number): Promise<void> {
    this.#running += places;
    const { id, done } = server.run(job.request, job.limits);
    const results = await Promise.race([done, server.ended]);
    this.#running -= places;
    if (typeof results !== 'string') job.resolve(results);
    else if (!server.isUp || this.#isClosing) this.#giveUp([job, ...this.#suspects.splice(0)], results);
    else if (server.hasRunOne) job.resolve(server.partOf(id, serverEnded));
    else this.#suspects.push(job);
    if (server !== this.#server) void server.close();
    this.#runNext();
  }

  #giveUp(jobs: readonly Job[], complaints: string): void {
    const error = new NativeHostError(`Python at ${this.identity.location} stopped answering. ${complaints}`.trim());
    for (const { reject } of [...jobs, ...this.#waiting.splice(0)]) reject(error);
  }
}
