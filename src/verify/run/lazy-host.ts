import { cpus } from 'node:os';
import type { Engine, EngineIdentity, Limits, SessionRequest, SessionResult } from '../../python/engine.ts';
import type { RuntimeFolder } from '../../python/interpreter/runtime-folder.ts';
import type { Package } from './plan.ts';

interface HostOptions {
  readonly identity: EngineIdentity;
  /** All that its results depend on besides the code and `identity`: the machine, its packages, its variables. */
  readonly surroundings: string;
  /** The reason why it was chosen, in words; empty if there was no choice. */
  readonly chosen: string;
  /** Whether it has the modules that a session imports. */
  readonly canRun: (needs: readonly Package[]) => boolean;
  readonly start: () => Promise<Engine>;
}

/** An engine that starts when it is first needed, or earlier with `warmUp`. */
export class LazyHost {
  readonly identity: EngineIdentity;
  readonly surroundings: string;
  readonly chosen: string;
  readonly canRun: HostOptions['canRun'];
  readonly #start: () => Promise<Engine>;
  #starting: Promise<Engine> | undefined;
  #engine: Engine | undefined;

  constructor({ identity, surroundings, chosen, canRun, start }: HostOptions) {
    this.identity = identity;
    this.surroundings = surroundings;
    this.chosen = chosen;
    this.canRun = canRun;
    this.#start = start;
  }

  /** Starts Python, which then overlaps with the caller's next steps. */
  async warmUp(): Promise<Engine> {
    this.#starting ??= this.#start();
    this.#engine = await this.#starting;
    return this.#engine;
  }

  /** The limitations of the engine on this machine; empty if it has not started. */
  caveats(): readonly string[] {
    return this.#engine?.identity.caveats ?? [];
  }

  async run(sessions: readonly SessionRequest[], limits: Limits): Promise<SessionResult[]> {
    return sessions.length === 0 ? [] : (await this.warmUp()).run(sessions, limits);
  }

  async close(): Promise<void> {
    await (await this.#starting)?.close();
  }
}

/** It has NumPy and Matplotlib of its own, in plain Python. */
export function lazyEmbeddedHost(runtime: RuntimeFolder, jobs?: number): LazyHost {
  return new LazyHost({
    identity: { kind: 'embedded', label: runtime.label, location: runtime.path, caveats: [] },
    surroundings: processor(),
    chosen: '',
    canRun: () => true,
    // Imported here: a run in which nothing has changed starts no engine.
    start: async () =>
      (await import('../../python/embedded/embedded-host.ts')).startEmbeddedHost(runtime, undefined, jobs),
  });
}

/** NumPy's elementary functions differ from one processor to the next in their last digit. */
export function processor(): string {
  return `${process.platform} ${process.arch} ${cpus()[0]?.model ?? ''}`;
}
