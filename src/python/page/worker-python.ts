import type { BlockRequest } from '../engine.ts';
import {
  bytesToFetch,
  forgetSnapshot,
  keepSnapshot,
  type LoadedRuntime,
  type loadPageRuntime,
} from './load-page-runtime.ts';
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
import { readWorkerMessage } from './read-worker-message.ts';
import { SessionHistory } from './session-history.ts';
import type { FromWorker, ToWorker } from './worker-messages.ts';

/** What one block may use in a reader's browser. */
export const pageLimits: PageLimits = { seconds: 60, outputBytes: 1 << 20, memoryBytes: 512 << 20 };

/** What a page's Python is started with. */
export interface WorkerPythonMeans {
  readonly load: typeof loadPageRuntime;
  readonly startWorker: () => Worker;
}

/** A run that waits for its turn, or has it. */
interface Job {
  readonly request: PageRun;
  readonly listener: RunListener;
  readonly results: PageBlockResult[];
  readonly resolve: (results: readonly PageBlockResult[]) => void;
}

/** The block that runs now. */
interface Current {
  readonly job: Job;
  readonly printed: Record<'stdout' | 'stderr', string>;
  readonly decoders: Record<'stdout' | 'stderr', TextDecoder>;
  bytes: number;
  readonly began: number;
  readonly timer: ReturnType<typeof setTimeout>;
}

/** {@link PythonClient} by a worker: it starts one, speaks with it, and ends it. */
export class WorkerPython implements PythonClient {
  state: PythonState = { kind: 'off' };
  private readonly runtime: PageRuntime;
  private readonly wantsFull: () => boolean;
  private readonly means: WorkerPythonMeans;
  private readonly listeners = new Set<(state: PythonState) => void>();
  private readonly history = new SessionHistory();
  private readonly queue: Job[] = [];
  private loading: AbortController | undefined;
  private loaded: LoadedRuntime | undefined;
  private worker: Worker | undefined;
  private current: Current | undefined;
  /** Whether the interpreter is another than the one wanted now, and shall go when it has ended what it runs. */
  private isOutdated = false;

  constructor(runtime: PageRuntime, wantsFull: () => boolean, means: WorkerPythonMeans) {
    this.runtime = runtime;
    this.wantsFull = wantsFull;
    this.means = means;
  }

  watch(listener: (state: PythonState) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  async downloadSize(): Promise<number> {
    return this.loaded ? 0 : bytesToFetch(this.runtime);
  }

  run(request: PageRun, listener: RunListener = {}): Promise<readonly PageBlockResult[]> {
    return new Promise((resolve) => {
      this.queue.push({ request, listener, results: [], resolve });
      if (this.state.kind === 'off' || this.state.kind === 'failed') void this.load();
      else if (this.state.kind === 'ready') this.startJob();
    });
  }

  stop(): void {
    if (this.current) this.endEarly({ how: 'stopped' });
  }

  cancel(): void {
    if (this.state.kind !== 'loading' && this.state.kind !== 'failed') return;
    this.loading?.abort();
    this.dropWorker();
    for (const job of this.queue.splice(0)) finish(job, { how: 'stopped' });
    this.setState({ kind: 'off' });
  }

  restart(): void {
    this.isOutdated = this.current !== undefined;
    if (this.isOutdated) return;
    this.loading?.abort();
    this.loaded = undefined;
    this.dropWorker();
    if (this.queue.length > 0) void this.load();
    else this.setState({ kind: 'off' });
  }

  retry(): void {
    if (this.state.kind === 'failed') void this.load();
  }

  private setState(state: PythonState): void {
    this.state = state;
    for (const listener of this.listeners) listener(state);
  }

  private async load(): Promise<void> {
    const loading = new AbortController();
    this.loading = loading;
    const total = this.runtime.files.reduce((sum, { bytes }) => sum + bytes, 0);
    let received = 0;
    const tell = () =>
      this.setState({ kind: 'loading', stage: 'download', received: Math.min(received, total), total });
    tell();
    try {
      const loaded =
        this.loaded ??
        (await this.means.load(this.runtime, {
          full: this.runtime.full !== undefined && this.wantsFull(),
          signal: loading.signal,
          received: (bytes) => {
            received += bytes;
            if (!loading.signal.aborted) tell();
          },
        }));
      // Given up meanwhile, perhaps for other packages.
      if (loading.signal.aborted) return;
      this.loaded = loaded;
      this.startWorker();
    } catch (error) {
      if (loading.signal.aborted) return;
      // The other files are not wanted any more, and shall not say that something is loading.
      loading.abort();
      this.fail(error);
    }
  }

  private fail(error: unknown): void {
    this.dropWorker();
    this.setState({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) });
  }

  private startWorker(): void {
    const { loaded } = this;
    if (!loaded) return;
    const total = this.runtime.files.reduce((sum, { bytes }) => sum + bytes, 0);
    this.setState({ kind: 'loading', stage: 'start', received: total, total });
    const worker = this.means.startWorker();
    this.worker = worker;
    worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (worker === this.worker) this.hear(data);
    });
    worker.addEventListener('messageerror', () => {
      if (worker === this.worker) this.workerFailed('what it said cannot be read');
    });
    worker.addEventListener('error', (event) => {
      if (worker === this.worker) this.workerFailed(event.message || 'its program could not be fetched');
    });
    this.tell({ start: loaded, memoryBytes: pageLimits.memoryBytes });
  }

  private tell(message: ToWorker): void {
    this.worker?.postMessage(message);
  }

  private dropWorker(): void {
    this.worker?.terminate();
    this.worker = undefined;
    this.history.clear();
  }

  /** Takes whatever the worker has said; what it cannot have to say now is the end of it. */
  private hear(data: unknown): void {
    const message = readWorkerMessage(data, this.asked());
    const isStarting = this.state.kind === 'loading';
    if (message === undefined) this.workerFailed('it said what no Python says');
    else if ('failed' in message) this.workerFailed(message.failed);
    else if ('ready' in message) {
      if (isStarting) this.becomeReady(message.snapshot);
    } else if ('began' in message) this.current?.job.listener.began?.(message.began);
    else if ('printed' in message) this.print(message.printed, message.bytes);
    else this.endBlock(message);
  }

  /** The block of which the worker may speak. */
  private asked(): { id: string; block: BlockRequest; outputBytes: number } | undefined {
    const { current } = this;
    if (!current) return undefined;
    const { id, code } = this.blockOf(current);
    return { id, block: { code, values: [] }, outputBytes: this.limitsOf(current.job).outputBytes };
  }

  private becomeReady(snapshot: ArrayBuffer | undefined): void {
    if (snapshot && this.loaded) {
      this.loaded = { ...this.loaded, snapshot };
      void keepSnapshot(this.runtime, snapshot);
    }
    this.setState({ kind: 'ready' });
    this.startJob();
  }

  /** A memory that this browser cannot restore is forgotten, and Python starts from nothing. */
  private workerFailed(reason: string): void {
    if (this.current) this.endEarly({ how: 'died', status: reason });
    else if (this.state.kind !== 'loading') this.replaceWorker();
    else if (this.loaded?.snapshot) this.startFromNothing(this.loaded);
    else this.fail(new Error(`Python could not be started: ${reason}.`));
  }

  /** Nothing runs, so nobody needs to be told. */
  private replaceWorker(): void {
    this.dropWorker();
    this.startWorker();
  }

  private startFromNothing(loaded: LoadedRuntime): void {
    this.loaded = { ...loaded, snapshot: undefined };
    void forgetSnapshot(this.runtime);
    this.dropWorker();
    this.startWorker();
  }

  private startJob(): void {
    const job = this.queue.shift();
    if (!job) return;
    const { session, blocks } = job.request;
    const { fresh, kept } = this.history.plan(session, blocks);
    job.results.push(...kept);
    this.setState({ kind: 'running' });
    this.startBlock(job, fresh);
  }

  private startBlock(job: Job, fresh: boolean): void {
    const { session, blocks } = job.request;
    const number = job.results.length + 1;
    const block = blocks[number - 1];
    if (!block) {
      this.endJob(job);
      return;
    }
    const { seconds } = this.limitsOf(job);
    this.current = {
      job,
      printed: { stdout: '', stderr: '' },
      decoders: { stdout: new TextDecoder(), stderr: new TextDecoder() },
      bytes: 0,
      began: performance.now(),
      timer: setTimeout(() => this.endEarly({ how: 'timed out', after: seconds }), seconds * 1000),
    };
    this.tell({ run: block.id, session, number, code: block.code, fresh });
  }

  private limitsOf({ request }: Job): PageLimits {
    return { ...pageLimits, ...request.limits };
  }

  private print(stream: 'stdout' | 'stderr', bytes: Uint8Array): void {
    const { current } = this;
    if (!current) return;
    current.bytes += bytes.length;
    const text = current.decoders[stream].decode(bytes, { stream: true });
    current.printed[stream] += text;
    current.job.listener.printed?.(this.blockOf(current).id, stream, text);
    const { outputBytes } = this.limitsOf(current.job);
    if (current.bytes > outputBytes) this.endEarly({ how: 'flooded', limit: outputBytes });
  }

  private blockOf({ job }: Current): PageRun['blocks'][number] {
    const block = job.request.blocks[job.results.length];
    if (!block) throw new Error('A block was heard of that does not run.');
    return block;
  }

  private endBlock({ end, figures, seconds }: Extract<FromWorker, { ended: string }>): void {
    const { current } = this;
    if (!current) return;
    if (end.how !== 'returned' && end.how !== 'raised') {
      this.endEarly(end);
      return;
    }
    clearTimeout(current.timer);
    const { id, code } = this.blockOf(current);
    const result = { id, end, ...current.printed, figures, seconds, kept: false };
    const { job } = current;
    job.results.push(result);
    this.history.add(job.request.session, code, result);
    this.startBlock(job, false);
  }

  private endJob(job: Job): void {
    this.current = undefined;
    job.resolve(job.results);
    if (this.isOutdated) this.restart();
    else if (this.queue.length > 0) this.startJob();
    else this.setState({ kind: 'ready' });
  }

  /** Ends the interpreter in the middle of a block, and starts another one in its place. */
  private endEarly(end: PageBlockEnd): void {
    const { current } = this;
    if (!current) return;
    clearTimeout(current.timer);
    this.current = undefined;
    this.dropWorker();
    const seconds = (performance.now() - current.began) / 1000;
    const { id } = this.blockOf(current);
    current.job.results.push({ id, end, ...current.printed, figures: [], seconds, kept: false });
    finish(current.job, { how: 'not run' });
    if (this.isOutdated) this.restart();
    else this.startWorker();
  }
}

/** Gives the blocks of a job that have no result yet one, and the job its end. */
function finish({ request, results, resolve }: Job, end: PageBlockEnd): void {
  for (const { id } of request.blocks.slice(results.length)) {
    results.push({ id, end, stdout: '', stderr: '', figures: [], seconds: 0, kept: false });
  }
  resolve(results);
}
