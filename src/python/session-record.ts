import { Buffer } from 'node:buffer';
import type { BlockEnd, BlockResult, Limits } from './engine.ts';
import type { Ran } from './interpreter.ts';

/** What a walled-in process says, a line each. It is not to be trusted: what is not of this shape ends it. */
type Message =
  | { readonly ready: true }
  | { readonly began: number }
  | { readonly printed: 'stdout' | 'stderr'; readonly bytes: string }
  | ({ readonly ended: number } & Ran);

/**
 * Puts together what becomes of a session's blocks from the messages of the process that runs them, and has the process
 * killed when a block exceeds its limits or when a message makes no sense.
 */
export class SessionRecord {
  readonly finished: Promise<readonly BlockResult[]>;
  private readonly results: BlockResult[] = [];
  private readonly count: number;
  private readonly limits: Limits;
  private readonly kill: () => void;
  private finish: (results: readonly BlockResult[]) => void = () => undefined;
  private printed: Record<'stdout' | 'stderr', Buffer[]> = { stdout: [], stderr: [] };
  private began = 0;
  private timer: NodeJS.Timeout | undefined;

  constructor(count: number, limits: Limits, kill: () => void) {
    this.count = count;
    this.limits = limits;
    this.kill = kill;
    this.finished = new Promise((resolve) => {
      this.finish = resolve;
    });
    if (count === 0) this.finish([]);
  }

  receive(line: string): void {
    if (this.isFinished()) return;
    const message = readMessage(line);
    if (message === undefined) this.endEarly({ how: 'died', status: 'it said what no interpreter says' });
    else if ('began' in message) this.begin();
    else if ('printed' in message) this.print(message.printed, message.bytes);
    else if ('ended' in message) this.endBlock(message);
  }

  /** The process has gone. */
  died(status: string): void {
    if (!this.isFinished()) this.endEarly({ how: 'died', status });
  }

  private begin(): void {
    this.began = performance.now();
    const { seconds } = this.limits;
    this.timer = setTimeout(() => this.endEarly({ how: 'timed out', after: seconds }), seconds * 1000);
  }

  private print(stream: 'stdout' | 'stderr', base64: string): void {
    this.printed[stream].push(Buffer.from(base64, 'base64'));
    const sizes = Object.values(this.printed).flatMap((pieces) => pieces.map(({ length }) => length));
    const { outputBytes } = this.limits;
    if (sizes.reduce((sum, size) => sum + size, 0) > outputBytes) this.endEarly({ how: 'flooded', limit: outputBytes });
  }

  private endBlock({ end, values, figures }: Ran): void {
    this.push(end, values, figures);
    if (end.how === 'died') this.fillUp();
    if (this.isFinished()) this.finish(this.results);
  }

  private endEarly(end: BlockEnd): void {
    this.kill();
    this.push(end, [], []);
    this.fillUp();
    this.finish(this.results);
  }

  private push(end: BlockEnd, values: BlockResult['values'], figures: readonly unknown[]): void {
    clearTimeout(this.timer);
    const [stdout, stderr] = (['stdout', 'stderr'] as const).map((stream) =>
      Buffer.concat(this.printed[stream]).subarray(0, this.limits.outputBytes).toString('base64'),
    ) as [string, string];
    const seconds = Math.round((performance.now() - this.began) * 1000) / 1e6;
    this.results.push({ end, stdout, stderr, values, figures, seconds });
    this.printed = { stdout: [], stderr: [] };
  }

  private fillUp(): void {
    const notRun = { end: { how: 'not run' }, stdout: '', stderr: '', values: [], figures: [], seconds: 0 } as const;
    while (!this.isFinished()) this.results.push(notRun);
  }

  private isFinished(): boolean {
    return this.results.length >= this.count;
  }
}

function readMessage(line: string): Message | undefined {
  try {
    const message = JSON.parse(line) as Message;
    const known = ['ready', 'began', 'printed', 'ended'].some((name) => Object.hasOwn(message, name));
    return known ? message : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
