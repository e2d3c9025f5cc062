import type { Engine, Limits, SessionRequest, SessionResult } from '../python/engine.ts';
import { describePython, type FoundPython } from '../python/find-pythons.ts';
import { startNativeHost } from '../python/native-host.ts';

/** A native engine that starts when it is first needed, and may be told early that it will be. */
export class LazyHost {
  readonly python: FoundPython;
  readonly label: string;
  private readonly modules: readonly string[];
  private engine: Engine | undefined;

  /** @param modules what the server imports before it forks */
  constructor(python: FoundPython, modules: readonly string[]) {
    this.python = python;
    this.label = describePython(python);
    this.modules = modules;
  }

  /** Starts Python, whose imports then overlap with what the caller does next. */
  warmUp(): Engine {
    this.engine ??= startNativeHost(this.python, this.modules);
    return this.engine;
  }

  async run(sessions: readonly SessionRequest[], limits: Limits): Promise<SessionResult[]> {
    return sessions.length === 0 ? [] : this.warmUp().run(sessions, limits);
  }

  async close(): Promise<void> {
    await this.engine?.close();
  }
}
