import type { Clock } from './clock.ts';
import type { BlockEnd, Limits } from './engine.ts';

/** The output of a block and its running time. */
export interface BlockRecord {
  /** The bytes, in the pieces in which they arrived; more than the limit if the last piece exceeded it. */
  readonly stdout: readonly Uint8Array[];
  readonly stderr: readonly Uint8Array[];
  /** Seconds, by the clock of the options. */
  readonly seconds: number;
}

export interface BlockRecorderOptions {
  readonly limits: Pick<Limits, 'seconds' | 'outputBytes'>;
  readonly clock: Clock;
  /** Called at most once, when the block exceeds a limit: with `timed out` or `flooded`. Nothing is recorded after it. */
  readonly exceeded: (end: BlockEnd) => void;
}

/**
 * Records the output and the time of one block while it runs, and detects when it exceeds its limits. The block begins
 * when the recorder is created.
 */
export class BlockRecorder {
  readonly #options: BlockRecorderOptions;
  readonly #began: number;
  readonly #cancelTimer: () => void;
  readonly #printed: Record<'stdout' | 'stderr', Uint8Array[]> = { stdout: [], stderr: [] };
  #bytes = 0;
  #isOver = false;

  constructor(options: BlockRecorderOptions) {
    this.#options = options;
    const { clock, limits } = options;
    this.#began = clock.now();
    const { seconds } = limits;
    this.#cancelTimer = clock.after(seconds * 1000, () => this.#exceed({ how: 'timed out', after: seconds }));
  }

  /** Adds output of the block. */
  print(stream: 'stdout' | 'stderr', bytes: Uint8Array): void {
    if (this.#isOver) return;
    this.#printed[stream].push(bytes);
    this.#bytes += bytes.length;
    const { outputBytes } = this.#options.limits;
    if (this.#bytes > outputBytes) this.#exceed({ how: 'flooded', limit: outputBytes });
  }

  /** Ends the recording: no limit applies any more. */
  finish(): BlockRecord {
    this.#isOver = true;
    this.#cancelTimer();
    const seconds = (this.#options.clock.now() - this.#began) / 1000;
    return { ...this.#printed, seconds };
  }

  #exceed(end: BlockEnd): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#cancelTimer();
    this.#options.exceeded(end);
  }
}
