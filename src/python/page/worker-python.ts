import { type Clock, systemClock } from '../clock.ts';
import { goesOn } from '../engine.ts';
import type { LoadedRuntime, loadPageRuntime } from './load-page-runtime.ts';
import type { PageRuntime } from './page-runtime.ts';
import type {
  PageBlockEnd,
  PageBlockResult,
  PageLimits,
  PageRun,
  PythonClient,
  PythonState,
  RunListener,
} from './python-client.ts';
import { PythonProcess, type PythonWorker } from './python-process.ts';
import { RuntimeLoader } from './runtime-loader.ts';
import { type RunPlan, SessionHistory } from './session-history.ts';

/** The limits of one block in a reader's browser. */
export const pageLimits: PageLimits = { seconds: 60, outputBytes: 1 << 20, memoryBytes: 512 << 20 };

/** The dependencies of a page's Python. */
export interface WorkerPythonParts {
  readonly runtime: PageRuntime;
  /** Called at each load; returns whether to load the real NumPy and Matplotlib. */
  readonly wantsFull: () => boolean;
  readonly load: typeof loadPageRuntime;
  readonly startWorker: () => PythonWorker;
  readonly clock?: Clock;
}

/** A requested run that has not ended. */
interface Job {
  readonly request: PageRun;
  readonly listener: RunListener;
  readonly resolve: (results: readonly PageBlockResult[]) => void;
}

/** {@link PythonClient} with an interpreter in a worker: loads the files, starts a process, and replaces it when it ends. */
export class WorkerPython implements PythonClient {
  readonly #parts: WorkerPythonParts;
  readonly #clock: Clock;
  readonly #loader: RuntimeLoader;
  readonly #listeners = new Set<(state: PythonState) => void>();
  #state: PythonState = { kind: 'off' };
  #process: PythonProcess | undefined;
  /** The blocks of the session that the process is in. */
  #history = new SessionHistory();
  #job: Job | undefined;
  /** Whether to replace the process with a newly loaded one after the current run. */
  #isOutdated = false;

  constructor(parts: WorkerPythonParts) {
    this.#parts = parts;
    this.#clock = parts.clock ?? systemClock;
    this.#loader = new RuntimeLoader(parts);
  }

  get state(): PythonState {
    return this.#state;
  }

  watch(listener: (state: PythonState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async run(request: PageRun, listener: RunListener = {}): Promise<readonly PageBlockResult[]> {
    if (this.#job) throw new Error('A page runs one thing at a time: wait until the previous run has ended.');
    return new Promise((resolve) => {
      this.#job = { request, listener, resolve };
      if (this.#state.kind === 'off' || this.#state.kind === 'failed') void this.#load();
      else if (this.#state.kind === 'ready') void this.#runJob(this.#job);
    });
  }

  stop(): void {
    if (this.#state.kind === 'running') this.#process?.stop({ how: 'stopped' });
  }

  cancel(): void {
    if (this.#state.kind !== 'loading' && this.#state.kind !== 'failed') return;
    this.#loader.abort();
    this.#dropProcess();
    if (this.#job) this.#finish(this.#job, [], { how: 'stopped' });
    this.#setState({ kind: 'off' });
  }

  restart(): void {
    if (this.#state.kind === 'running') this.#isOutdated = true;
    else this.#reload();
  }

  retry(): void {
    if (this.#state.kind === 'failed') void this.#load();
  }

  #setState(state: PythonState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener(state);
  }

  async #load(): Promise<void> {
    try {
      const loaded = await this.#loader.load((progress) =>
        this.#setState({ kind: 'loading', stage: 'download', ...progress }),
      );
      if (loaded) this.#startProcess(loaded);
    } catch (error) {
      this.#fail(error instanceof Error ? error.message : String(error));
    }
  }

  #fail(reason: string): void {
    this.#dropProcess();
    this.#setState({ kind: 'failed', reason });
  }

  #startProcess(loaded: LoadedRuntime): void {
    this.#dropProcess();
    this.#setState({ kind: 'loading', stage: 'start', ...this.#loader.complete });
    this.#process = new PythonProcess(this.#parts.startWorker(), this.#clock, {
      ready: (snapshot) => this.#becomeReady(snapshot),
      failed: (reason) => this.#processFailed(loaded, reason),
    });
    this.#process.start(loaded, pageLimits.memoryBytes);
  }

  #dropProcess(): void {
    this.#process?.terminate();
    this.#process = undefined;
    this.#history = new SessionHistory();
  }

  #becomeReady(snapshot: ArrayBuffer | undefined): void {
    if (snapshot) this.#loader.keepSnapshot(snapshot);
    this.#setState({ kind: 'ready' });
    if (this.#job) void this.#runJob(this.#job);
  }

  /** Starts a process without a snapshot if it could not start from one, and replaces a process that crashed while idle. */
  #processFailed(loaded: LoadedRuntime, reason: string): void {
    // A run is in progress, and replaces the process at its end.
    if (this.#state.kind === 'running') return;
    const couldNotStart = this.#state.kind === 'loading';
    if (couldNotStart && !loaded.snapshot) {
      this.#fail(`Python could not be started: ${reason}.`);
      return;
    }
    if (couldNotStart) this.#loader.dropSnapshot();
    this.#startProcess(this.#loader.loaded ?? loaded);
  }

  async #runJob(job: Job): Promise<void> {
    const process = this.#process;
    const { loaded } = this.#loader;
    if (!process) return;
    const plan = this.#history.plan(job.request.session, job.request.blocks);
    if (plan.fresh && !process.canReset && loaded) {
      // The job runs when the new process is ready.
      this.#startProcess(loaded);
      return;
    }
    this.#setState({ kind: 'running' });
    const results = await this.#runBlocks(process, job, plan);
    this.#finish(job, results, { how: 'not run' });
    if (this.#isOutdated) this.#reload();
    else if (process.isOver && loaded) this.#startProcess(loaded);
    else this.#setState({ kind: 'ready' });
  }

  /** Runs the blocks that have not run in this process, up to one after which none can run. */
  async #runBlocks(
    process: PythonProcess,
    { request, listener }: Job,
    { fresh, kept }: RunPlan,
  ): Promise<PageBlockResult[]> {
    const { blocks } = request;
    const limits = { ...pageLimits, ...request.limits };
    const history = this.#history;
    const results = [...kept];
    for (const [i, { id, code, check }] of blocks.entries()) {
      if (i < kept.length) continue;
      const isFirst = i === kept.length;
      const result = await process.run({ id, code, check, number: i + 1, fresh: fresh && isFirst, limits }, listener);
      results.push(result);
      if (!goesOn(result.end)) break;
      history.add(code, result);
    }
    return results;
  }

  /** Ends a run; its blocks without a result get `end`. */
  #finish({ request, resolve }: Job, results: readonly PageBlockResult[], end: PageBlockEnd): void {
    const rest = request.blocks.slice(results.length);
    this.#job = undefined;
    resolve([
      ...results,
      ...rest.map(({ id }) => ({ id, end, stdout: '', stderr: '', figures: [], seconds: 0, kept: false })),
    ]);
  }

  /** Drops the loaded files, and loads the wanted ones again, at once if a process is running. */
  #reload(): void {
    this.#isOutdated = false;
    this.#loader.forget();
    this.#dropProcess();
    if (this.#job) void this.#load();
    else this.#setState({ kind: 'off' });
  }
}
