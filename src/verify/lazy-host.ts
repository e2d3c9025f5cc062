import { statSync } from 'node:fs';
import { cpus } from 'node:os';
import { startEmbeddedHost } from '../python/embedded/embedded-host.ts';
import type { Engine, EngineIdentity, Limits, SessionRequest, SessionResult } from '../python/engine.ts';
import type { RuntimeFolder } from '../python/interpreter/runtime-folder.ts';
import type { FoundPython } from '../python/native/find-pythons.ts';
import { environment } from '../python/native/native-environment.ts';
import { nativeIdentity, type Passed, startNativeHost } from '../python/native/native-host.ts';
import { hasPackages } from './engines.ts';
import type { Package } from './plan.ts';

interface HostOptions {
  readonly identity: EngineIdentity;
  /** All that its results depend on besides the code and `identity`: the machine, its packages, its variables. */
  readonly surroundings: string;
  /** The reason why it was chosen, in words; empty if there was no choice. */
  readonly chosen: string;
  /** Whether it has the modules that a session imports. */
  readonly canRun: (needs: readonly Package[]) => boolean;
  readonly start: () => Engine;
}

/** An engine that starts when it is first needed, or earlier with `warmUp`. */
export class LazyHost {
  readonly identity: EngineIdentity;
  readonly surroundings: string;
  readonly chosen: string;
  readonly canRun: HostOptions['canRun'];
  readonly #start: () => Engine;
  #engine: Engine | undefined;

  constructor({ identity, surroundings, chosen, canRun, start }: HostOptions) {
    this.identity = identity;
    this.surroundings = surroundings;
    this.chosen = chosen;
    this.canRun = canRun;
    this.#start = start;
  }

  /** Starts Python, which then overlaps with the caller's next steps. */
  warmUp(): Engine {
    this.#engine ??= this.#start();
    return this.#engine;
  }

  /** The limitations of the engine on this machine; empty if it has not started. */
  caveats(): readonly string[] {
    return this.#engine?.identity.caveats ?? [];
  }

  async run(sessions: readonly SessionRequest[], limits: Limits): Promise<SessionResult[]> {
    return sessions.length === 0 ? [] : this.warmUp().run(sessions, limits);
  }

  async close(): Promise<void> {
    await this.#engine?.close();
  }
}

/**
 * @param modules the modules that the server imports before it forks
 * @param options the reason why it was chosen, environment variables in addition to the fixed ones, and the most sessions
 *   at a time
 */
export function lazyNativeHost(
  python: FoundPython,
  modules: readonly string[],
  { chosen, passed, jobs }: { readonly chosen: string; readonly passed: Passed; readonly jobs?: number | undefined },
): LazyHost {
  return new LazyHost({
    identity: nativeIdentity(python, passed),
    surroundings: JSON.stringify([processor(), environment(process.env), passed, python.path.map(modifiedAt)]),
    chosen,
    canRun: (needs) => hasPackages(python, needs),
    start: () => startNativeHost(python, modules, { passed, ...(jobs !== undefined && { jobs }) }),
  });
}

/** It has NumPy and Matplotlib of its own, in plain Python. */
export function lazyEmbeddedHost(runtime: RuntimeFolder, jobs?: number): LazyHost {
  return new LazyHost({
    identity: { kind: 'embedded', label: runtime.label, location: runtime.path, caveats: [] },
    surroundings: processor(),
    chosen: '',
    canRun: () => true,
    start: () => startEmbeddedHost(runtime, undefined, jobs),
  });
}

/** NumPy's elementary functions differ from one processor to the next in their last digit. */
function processor(): string {
  return `${process.platform} ${process.arch} ${cpus()[0]?.model ?? ''}`;
}

/** A folder of packages changes when a package is added, removed or replaced. */
function modifiedAt(path: string): readonly [path: string, milliseconds: number] {
  return [path, statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0];
}
