import { startEmbeddedHost } from '../python/embedded-host.ts';
import type { Engine, EngineIdentity, Limits, SessionRequest, SessionResult } from '../python/engine.ts';
import type { FoundPython } from '../python/find-pythons.ts';
import { nativeIdentity, type Passed, startNativeHost } from '../python/native-host.ts';
import type { RuntimeFolder } from '../python/runtime-folder.ts';
import { hasPackages } from './engines.ts';
import type { Package } from './plan.ts';

/** An engine that starts when it is first needed, and may be told early that it will be. */
export class LazyHost {
  readonly identity: EngineIdentity;
  /** Whether it has what a session imports. */
  readonly canRun: (needs: readonly Package[]) => boolean;
  private readonly start: () => Engine;
  private engine: Engine | undefined;

  constructor(identity: EngineIdentity, canRun: LazyHost['canRun'], start: () => Engine) {
    this.identity = identity;
    this.canRun = canRun;
    this.start = start;
  }

  /** Starts Python, which then overlaps with what the caller does next. */
  warmUp(): Engine {
    this.engine ??= this.start();
    return this.engine;
  }

  /** What the engine could not do here; nothing is known of one that did not have to start. */
  caveats(): readonly string[] {
    return this.engine?.identity.caveats ?? [];
  }

  async run(sessions: readonly SessionRequest[], limits: Limits): Promise<SessionResult[]> {
    return sessions.length === 0 ? [] : this.warmUp().run(sessions, limits);
  }

  async close(): Promise<void> {
    await this.engine?.close();
  }
}

/**
 * @param modules what the server imports before it forks
 * @param passed variables for it besides the fixed ones
 */
export function lazyNativeHost(python: FoundPython, modules: readonly string[], passed: Passed): LazyHost {
  return new LazyHost(
    nativeIdentity(python, passed),
    (needs) => hasPackages(python, needs),
    () => startNativeHost(python, modules, passed),
  );
}

/** It has NumPy and Matplotlib of its own, in plain Python. */
export function lazyEmbeddedHost(runtime: RuntimeFolder): LazyHost {
  const identity = { kind: 'embedded', label: runtime.label, location: runtime.path, caveats: [] } as const;
  return new LazyHost(
    identity,
    () => true,
    () => startEmbeddedHost(runtime),
  );
}
