import { BlockRecorder } from '../block-recorder.ts';
import type { Clock } from '../clock.ts';
import { type BlockRequest, checkRequest, goesOn, type Limits } from '../engine.ts';
import type { LoadedRuntime } from './load-page-runtime.ts';
import type { PageBlockEnd, PageBlockResult, RunListener } from './python-client.ts';
import { readWorkerMessage } from './read-worker-message.ts';
import type { ToWorker } from './worker-messages.ts';

/** The part of a `Worker` that a process uses. */
export type PythonWorker = Pick<Worker, 'addEventListener' | 'postMessage' | 'terminate'>;

/** Called when the process changes outside of a block; never after it is over. */
export interface ProcessListener {
  /** Called when Python has started. `snapshot` is its memory, if it started without one. */
  readonly ready: (snapshot: ArrayBuffer | undefined) => void;
  /** Called when the process ends while no block runs: it could not start, or crashed later. `reason` is a few words. */
  readonly failed: (reason: string) => void;
}

/** A block and its place in a session. */
export interface ProcessBlock {
  readonly id: string;
  readonly code: string;
  readonly check?: string | undefined;
  /** Its position in the session, from 1. */
  readonly number: number;
  /** Whether a session begins with this block, in which nothing of the last one is left. */
  readonly fresh: boolean;
  readonly limits: Limits;
}

interface Running {
  readonly block: ProcessBlock;
  readonly recorder: BlockRecorder;
  readonly decoders: Record<'stdout' | 'stderr', TextDecoder>;
  readonly listener: RunListener;
  readonly resolve: (result: PageBlockResult) => void;
}

/**
 * The life of one worker with its interpreter: it starts, runs one block at a time, and is over when it is stopped or
 * fails, or when a block exceeds a limit. It never starts again. The worker runs untrusted code: a message that is not
 * valid in the current state ends the process.
 */
export class PythonProcess {
  readonly #worker: PythonWorker;
  readonly #clock: Clock;
  readonly #listener: ProcessListener;
  #isReady = false;
  #canReset = true;
  #running: Running | undefined;
  /** The reason why it is over. */
  #end: PageBlockEnd | undefined;

  /** Uses `worker` exclusively. */
  constructor(worker: PythonWorker, clock: Clock, listener: ProcessListener) {
    this.#worker = worker;
    this.#clock = clock;
    this.#listener = listener;
    worker.addEventListener('message', ({ data }) => this.#receive(data));
    worker.addEventListener('messageerror', () => this.#fail('its message cannot be read'));
    worker.addEventListener('error', ({ message }) => this.#fail(message || 'its program could not be fetched'));
  }

  /** Whether it has ended; then it runs no more blocks. */
  get isOver(): boolean {
    return this.#end !== undefined;
  }

  /** Whether another session can begin in it; otherwise it needs to be replaced before. */
  get canReset(): boolean {
    return this.#canReset;
  }

  /**
   * Starts Python; `ready` or `failed` is called later, or `failed` at once if the files cannot be sent.
   *
   * @param memoryBytes the memory limit of the interpreter
   */
  start(loaded: LoadedRuntime, memoryBytes: number): void {
    try {
      this.#post({ start: loaded, memoryBytes });
    } catch {
      // The worker gets a copy of a snapshot, which is large.
      this.#fail('its files do not fit into memory');
    }
  }

  /**
   * Runs a block. Resolves when it has ended, in any way; in a process that is over, with the reason for that.
   *
   * @throws Error if another block is running
   */
  async run(block: ProcessBlock, listener: RunListener): Promise<PageBlockResult> {
    if (this.#running) throw new Error('A process runs one block at a time.');
    const { id, number, code, check, fresh, limits } = block;
    return new Promise((resolve) => {
      const recorder = new BlockRecorder({ limits, clock: this.#clock, exceeded: (end) => this.stop(end) });
      const decoders = { stdout: new TextDecoder(), stderr: new TextDecoder() };
      this.#running = { block, recorder, decoders, listener, resolve };
      if (this.#end) this.stop(this.#end);
      else this.#post({ run: id, number, code, check, fresh });
    });
  }

  /** Ends the process at once, and the running block with `end`. */
  stop(end: PageBlockEnd): void {
    this.#end ??= end;
    this.#worker.terminate();
    this.#endBlock({ end, figures: [] });
  }

  /** Ends the process; a running block is `stopped`. */
  terminate(): void {
    this.stop({ how: 'stopped' });
  }

  #post(message: ToWorker): void {
    this.#worker.postMessage(message);
  }

  #receive(data: unknown): void {
    if (this.#end) return;
    const message = readWorkerMessage(data, this.#asked());
    if (message === undefined) this.#fail('it sent an invalid message');
    else if ('failed' in message) this.#fail(message.failed);
    else if ('ready' in message) this.#becomeReady(message.snapshot);
    else if ('began' in message) this.#running?.listener.began?.(message.began);
    else if ('printed' in message) this.#print(message.printed, message.bytes);
    else if (goesOn(message.end)) this.#returnBlock(message);
    else this.stop(message.end);
  }

  /** The running block, the only one about which the worker may send messages. */
  #asked(): { id: string; block: BlockRequest; outputBytes: number } | undefined {
    if (!this.#running) return undefined;
    const { id, code, check, limits } = this.#running.block;
    return { id, block: { code, values: [], check: checkRequest(check) }, outputBytes: limits.outputBytes };
  }

  #becomeReady(snapshot: ArrayBuffer | undefined): void {
    if (this.#isReady) return;
    this.#isReady = true;
    this.#listener.ready(snapshot);
  }

  #print(stream: 'stdout' | 'stderr', bytes: Uint8Array<ArrayBuffer>): void {
    if (!this.#running) return;
    const { block, recorder, decoders, listener } = this.#running;
    listener.printed?.(block.id, stream, decoders[stream].decode(bytes, { stream: true }));
    recorder.print(stream, bytes);
  }

  #endBlock({ end, figures, seconds, checked }: EndOfBlock): void {
    if (!this.#running) return;
    const { block, recorder, resolve } = this.#running;
    this.#running = undefined;
    const record = recorder.finish();
    const [stdout, stderr] = [decode(record.stdout), decode(record.stderr)];
    const taken = seconds ?? record.seconds;
    resolve({ id: block.id, end, stdout, stderr, figures, checked, seconds: taken, kept: false });
  }

  #returnBlock(message: EndOfBlock & { readonly canReset: boolean }): void {
    this.#canReset = message.canReset;
    this.#endBlock(message);
  }

  #fail(reason: string): void {
    if (this.#end) return;
    const isIdle = !this.#running;
    this.stop({ how: 'died', status: reason });
    if (isIdle) this.#listener.failed(reason);
  }
}

interface EndOfBlock {
  readonly end: PageBlockEnd;
  readonly figures: readonly unknown[];
  readonly checked?: string | undefined;
  /** As measured by the worker; without it the page's own measurement is used. */
  readonly seconds?: number;
}

function decode(pieces: readonly Uint8Array[]): string {
  const decoder = new TextDecoder();
  return pieces.map((piece) => decoder.decode(piece, { stream: true })).join('') + decoder.decode();
}
