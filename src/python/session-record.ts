import { Buffer } from 'node:buffer';
import type { BlockEnd, BlockRequest, BlockResult, Limits, Ran } from './engine.ts';
import { brokenProtocol, readRan } from './read-ran.ts';

type Stream = 'stdout' | 'stderr';

/**
 * Puts together what becomes of a session's blocks from the messages of the process that runs them, and has the process
 * killed when a block exceeds its limits or when a message is not the one that can come now: the process runs code that
 * nobody has read, and nothing that it says is taken for granted.
 */
export class SessionRecord {
  readonly finished: Promise<readonly BlockResult[]>;
  readonly #results: BlockResult[] = [];
  readonly #blocks: readonly BlockRequest[];
  readonly #limits: Limits;
  readonly #kill: () => void;
  #finish: (results: readonly BlockResult[]) => void = () => undefined;
  #printed: Record<Stream, Buffer[]> = { stdout: [], stderr: [] };
  #printedBytes = 0;
  #began = 0;
  #isRunning = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(blocks: readonly BlockRequest[], limits: Limits, kill: () => void) {
    this.#blocks = blocks;
    this.#limits = limits;
    this.#kill = kill;
    this.finished = new Promise((resolve) => {
      this.#finish = resolve;
    });
    if (blocks.length === 0) this.#finish([]);
  }

  /** Takes a line that the process has said: one message in JSON, if it is as it should be. Never throws. */
  receive(line: string): void {
    if (this.#isFinished()) return;
    const wrong = this.#take(readMessage(line));
    if (wrong !== undefined) this.#endEarly(brokenProtocol(wrong));
  }

  /** The process has gone, or what it says cannot be read. */
  died(status: string): void {
    if (!this.#isFinished()) this.#endEarly({ how: 'died', status });
  }

  /** Takes a message, or says what is wrong with it. */
  #take(message: Readonly<Record<string, unknown>> | undefined): string | undefined {
    if (message === undefined) return 'a line is no message';
    if ('ready' in message) return this.#isRunning ? 'it is ready while a block runs' : undefined;
    if ('began' in message) return this.#begin(message['began']);
    if ('printed' in message) return this.#print(message['printed'], message['bytes']);
    if ('ended' in message) return this.#endBlock(message);
    return 'a message has no name that is known';
  }

  #begin(which: unknown): string | undefined {
    if (this.#isRunning || which !== this.#results.length) return 'a block began that was not the next';
    this.#isRunning = true;
    this.#began = performance.now();
    const { seconds } = this.#limits;
    this.#timer = setTimeout(() => this.#endEarly({ how: 'timed out', after: seconds }), seconds * 1000);
    return undefined;
  }

  #print(stream: unknown, base64: unknown): string | undefined {
    if (!this.#isRunning) return 'something was printed by no block';
    if ((stream !== 'stdout' && stream !== 'stderr') || typeof base64 !== 'string')
      return 'what was printed is no text';
    const bytes = Buffer.from(base64, 'base64');
    this.#printed[stream].push(bytes);
    this.#printedBytes += bytes.length;
    const { outputBytes } = this.#limits;
    if (this.#printedBytes > outputBytes) this.#endEarly({ how: 'flooded', limit: outputBytes });
    return undefined;
  }

  #endBlock(message: Readonly<Record<string, unknown>>): string | undefined {
    const block = this.#blocks[this.#results.length];
    if (!this.#isRunning || !block || message['ended'] !== this.#results.length)
      return 'a block ended that did not run';
    const ran = readRan(message, block, this.#limits.outputBytes);
    if (ran.end.how !== 'returned' && ran.end.how !== 'raised') this.#endEarly(ran.end);
    else this.#push(ran);
    if (this.#isFinished()) this.#finish(this.#results);
    return undefined;
  }

  #endEarly(end: BlockEnd): void {
    this.#kill();
    this.#push({ end, values: [], figures: [] });
    while (!this.#isFinished()) this.#results.push(notRun);
    this.#finish(this.#results);
  }

  #push({ end, values, figures }: Ran): void {
    clearTimeout(this.#timer);
    this.#isRunning = false;
    const [stdout, stderr] = (['stdout', 'stderr'] as const).map((stream) =>
      Buffer.concat(this.#printed[stream]).subarray(0, this.#limits.outputBytes).toString('base64'),
    ) as [string, string];
    const seconds = Math.round((performance.now() - this.#began) * 1000) / 1e6;
    this.#results.push({ end, stdout, stderr, values, figures, seconds });
    this.#printed = { stdout: [], stderr: [] };
    this.#printedBytes = 0;
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
