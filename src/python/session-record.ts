import { Buffer } from 'node:buffer';
import { BlockRecorder } from './block-recorder.ts';
import { type Clock, systemClock } from './clock.ts';
import { type BlockEnd, type BlockRequest, type BlockResult, goesOn, type Limits, type Ran } from './engine.ts';
import { brokenProtocol, readRan } from './read-ran.ts';

export interface SessionRecordOptions {
  readonly blocks: readonly BlockRequest[];
  readonly limits: Limits;
  /** Ends the process. */
  readonly kill: () => void;
  /** By it the time of a block is limited and told. */
  readonly clock?: Clock;
}

/**
 * Builds the results of a session's blocks from the messages of the process that runs them. It kills the process when a
 * block exceeds a limit or a message is not valid in the current state: the process runs untrusted code, so every message
 * is checked.
 */
export class SessionRecord {
  readonly finished: Promise<readonly BlockResult[]>;
  readonly #results: BlockResult[] = [];
  readonly #blocks: readonly BlockRequest[];
  readonly #limits: Limits;
  readonly #kill: () => void;
  readonly #clock: Clock;
  #finish: (results: readonly BlockResult[]) => void = () => undefined;
  /** The recorder of the running block. */
  #recorder: BlockRecorder | undefined;

  constructor({ blocks, limits, kill, clock = systemClock }: SessionRecordOptions) {
    this.#blocks = blocks;
    this.#limits = limits;
    this.#kill = kill;
    this.#clock = clock;
    this.finished = new Promise((resolve) => {
      this.#finish = resolve;
    });
    if (blocks.length === 0) this.#finish([]);
  }

  /** Handles a line of the process, which should be one message in JSON. Never throws. */
  receive(line: string): void {
    if (this.#isFinished()) return;
    const wrong = this.#take(readMessage(line));
    if (wrong !== undefined) this.#endEarly(brokenProtocol(wrong));
  }

  /** Ends the session, because the process has ended or its messages cannot be read. */
  died(status: string): void {
    if (!this.#isFinished()) this.#endEarly({ how: 'died', status });
  }

  /** Handles a message; returns a description of the mistake if it is not valid. */
  #take(message: Readonly<Record<string, unknown>> | undefined): string | undefined {
    if (message === undefined) return 'a line is no message';
    if ('ready' in message) return this.#recorder ? 'it is ready while a block runs' : undefined;
    if ('began' in message) return this.#begin(message['began']);
    if ('printed' in message) return this.#print(message['printed'], message['bytes']);
    if ('ended' in message) return this.#endBlock(message);
    return 'a message has no name that is known';
  }

  #begin(which: unknown): string | undefined {
    if (this.#recorder || which !== this.#results.length) return 'a block began that was not the next';
    const [limits, exceeded] = [this.#limits, (end: BlockEnd) => this.#endEarly(end)];
    this.#recorder = new BlockRecorder({ limits, clock: this.#clock, exceeded });
    return undefined;
  }

  #print(stream: unknown, base64: unknown): string | undefined {
    if (!this.#recorder) return 'something was printed by no block';
    if ((stream !== 'stdout' && stream !== 'stderr') || typeof base64 !== 'string')
      return 'what was printed is no text';
    this.#recorder.print(stream, Buffer.from(base64, 'base64'));
    return undefined;
  }

  #endBlock(message: Readonly<Record<string, unknown>>): string | undefined {
    const block = this.#blocks[this.#results.length];
    if (!this.#recorder || !block || message['ended'] !== this.#results.length) return 'a block ended that did not run';
    const ran = readRan(message, block, this.#limits.outputBytes);
    if (goesOn(ran.end)) this.#push(ran);
    else this.#endEarly(ran.end);
    if (this.#isFinished()) this.#finish(this.#results);
    return undefined;
  }

  #endEarly(end: BlockEnd): void {
    this.#kill();
    this.#push({ end, values: [], figures: [] });
    while (!this.#isFinished()) this.#results.push(notRun);
    this.#finish(this.#results);
  }

  #push({ end, values, figures, checked }: Ran): void {
    const record = this.#recorder?.finish();
    this.#recorder = undefined;
    const encode = (pieces: readonly Uint8Array[] = []) =>
      Buffer.concat(pieces).subarray(0, this.#limits.outputBytes).toString('base64');
    const [stdout, stderr] = [encode(record?.stdout), encode(record?.stderr)];
    const seconds = Math.round((record?.seconds ?? 0) * 1e6) / 1e6;
    const found = checked === undefined ? {} : { checked };
    this.#results.push({ end, stdout, stderr, values, figures, seconds, ...found });
  }

  #isFinished(): boolean {
    return this.#results.length >= this.#blocks.length;
  }
}

const notRun: BlockResult = {
  end: { how: 'not run' },
  stdout: '',
  stderr: '',
  values: [],
  figures: [],
  seconds: 0,
};

function readMessage(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const message: unknown = JSON.parse(line);
    const isObject = typeof message === 'object' && message !== null && !Array.isArray(message);
    return isObject ? { ...message } : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
