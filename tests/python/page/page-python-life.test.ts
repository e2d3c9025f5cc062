import { describe, expect, it } from 'vitest';
import type { LoadedRuntime, LoadOptions } from '../../../src/python/page/load-page-runtime.ts';
import type { PageBlockResult, PythonState } from '../../../src/python/page/python-client.ts';
import type { ToWorker } from '../../../src/python/page/worker-messages.ts';
import { WorkerPython } from '../../../src/python/page/worker-python.ts';
import { FakeClock } from '../fake-clock.ts';
import { FakeWorker, loadedRuntime, returned } from './fake-worker.ts';

const files = [{ name: 'sources.json.gz', bytes: 100, sha256: '' }] as const;
const full = { index: 'https://index.invalid/', wheels: [] };
const runtime = { folder: '/python/', files, full };

/** A load that the test ends. */
interface Load {
  readonly options: LoadOptions;
  readonly resolve: (loaded: LoadedRuntime) => void;
  readonly reject: (error: Error) => void;
}

/** A page's Python of which the test plays the network, the workers and the clock. */
class Page {
  readonly clock = new FakeClock();
  readonly loads: Load[] = [];
  readonly workers: FakeWorker[] = [];
  readonly states: string[] = [];
  wantsFull = false;
  /** Called with each message to a worker; may throw, as a browser does. */
  send: (message: ToWorker) => void = () => undefined;
  readonly python = new WorkerPython({
    runtime,
    wantsFull: () => this.wantsFull,
    load: (_, options) => new Promise((resolve, reject) => this.loads.push({ options, resolve, reject })),
    startWorker: () => {
      const worker = new FakeWorker((_, message) => this.send(message));
      this.workers.push(worker);
      return worker as unknown as Worker;
    },
    clock: this.clock,
  });

  constructor() {
    this.python.watch((state) => this.states.push(nameOf(state)));
  }

  /** The worker that was started last. */
  get worker(): FakeWorker {
    return this.workers.at(-1) ?? new FakeWorker();
  }

  run(...codes: readonly string[]): Promise<readonly PageBlockResult[]> {
    return this.python.run({ session: 's', blocks: codes.map((code) => ({ id: code, code })) });
  }

  /** Ends the load that was begun last. */
  async loaded(what: LoadedRuntime | Error = loadedRuntime): Promise<void> {
    const load = this.loads.at(-1);
    if (what instanceof Error) load?.reject(what);
    else load?.resolve(what);
    await settled();
  }

  async ready(): Promise<void> {
    this.worker.say({ ready: true });
    await settled();
  }

  async end(id: string): Promise<void> {
    this.worker.say(returned(id));
    await settled();
  }
}

/** A page whose Python is up. */
async function readyPage(): Promise<Page> {
  const page = new Page();
  const run = page.run('first');
  await page.loaded();
  await page.ready();
  await page.end('first');
  await run;
  return page;
}

function nameOf(state: PythonState): string {
  return state.kind === 'loading' ? `${state.stage} ${state.received}` : state.kind;
}

/** After all promises that can go on have gone on. */
const settled = () => new Promise((resolve) => setImmediate(resolve));
const hows = (results: readonly PageBlockResult[]) => results.map(({ end }) => end.how);
const runsOf = ({ received }: FakeWorker) => received.flatMap((message) => ('run' in message ? [message] : []));

describe('the life of the page’s Python', () => {
  it('loads, starts and runs when it is first asked for', async () => {
    const page = new Page();
    expect(page.python.state.kind).toBe('off');
    const run = page.run('a', 'b');
    page.loads[0]?.options.received(60);
    page.loads[0]?.options.received(60);
    await page.loaded();
    await page.ready();
    await page.end('a');
    await page.end('b');
    expect(hows(await run)).toEqual(['returned', 'returned']);
    expect(page.states).toEqual([
      'download 0',
      'download 60',
      'download 100',
      'start 100',
      'ready',
      'running',
      'ready',
    ]);
    expect(runsOf(page.worker).map(({ number, fresh }) => [number, fresh])).toEqual([
      [1, true],
      [2, false],
    ]);
  });

  it('does not run blocks again that its process has run', async () => {
    const page = await readyPage();
    const run = page.run('first', 'second');
    await page.end('second');
    expect((await run).map(({ kept }) => kept)).toEqual([true, false]);
    expect(runsOf(page.worker).map(({ run: id }) => id)).toEqual(['first', 'second']);
  });

  it('runs a session from its first block when another one has run in between', async () => {
    const page = await readyPage();
    const other = page.python.run({ session: 'other', blocks: [{ id: 'x', code: 'x' }] });
    await page.end('x');
    await other;
    const run = page.run('first', 'second');
    await page.end('first');
    await page.end('second');
    expect((await run).map(({ kept }) => kept)).toEqual([false, false]);
    expect(runsOf(page.worker).map(({ run: id, fresh }) => [id, fresh])).toEqual([
      ['first', true],
      ['x', true],
      ['first', true],
      ['second', false],
    ]);
  });

  it('begins a session in another process when the last session has left what cannot be put back', async () => {
    const page = await readyPage();
    const large = page.run('first', 'large');
    page.worker.say({ ...returned('large'), canReset: false });
    await large;
    const run = page.run('large', 'x');
    expect([page.workers.map(({ isOver }) => isOver), page.states.at(-1)]).toEqual([[true, false], 'start 100']);
    await page.ready();
    await page.end('large');
    await page.end('x');
    expect(hows(await run)).toEqual(['returned', 'returned']);
  });

  it('goes on with such a session in its process', async () => {
    const page = await readyPage();
    const large = page.run('first', 'large');
    page.worker.say({ ...returned('large'), canReset: false });
    await large;
    const run = page.run('first', 'large', 'next');
    await page.end('next');
    expect((await run).map(({ kept }) => kept)).toEqual([true, true, false]);
    expect(page.workers).toHaveLength(1);
  });

  it('refuses a second run while one waits or runs', async () => {
    const page = new Page();
    const run = page.run('a');
    await expect(page.run('b')).rejects.toThrow('one thing at a time');
    page.python.cancel();
    expect(hows(await run)).toEqual(['stopped']);
  });

  it('runs nothing after a block that ended its process, and starts another one', async () => {
    const page = await readyPage();
    const run = page.run('a', 'b');
    page.worker.say({ failed: 'it fell over' });
    expect(hows(await run)).toEqual(['died', 'not run']);
    expect([page.workers.length, page.loads.length]).toEqual([2, 1]);
    await page.ready();
    expect(page.python.state.kind).toBe('ready');
  });
});

describe('cancel', () => {
  it('while it loads stops the load and the run that waits', async () => {
    const page = new Page();
    const run = page.run('a', 'b');
    page.python.cancel();
    expect(hows(await run)).toEqual(['stopped', 'stopped']);
    expect(page.loads[0]?.options.signal.aborted).toBe(true);
    const before = page.states.length;
    page.loads[0]?.options.received(50);
    await page.loaded();
    expect([page.states.slice(before), page.workers.length]).toEqual([[], 0]);
    expect(page.python.state.kind).toBe('off');
  });

  it('while it starts ends the worker, and the next run needs no second load', async () => {
    const page = new Page();
    const run = page.run('a');
    await page.loaded();
    page.python.cancel();
    expect(hows(await run)).toEqual(['stopped']);
    expect(page.worker.isOver).toBe(true);
    const again = page.run('a');
    await settled();
    await page.ready();
    await page.end('a');
    expect(hows(await again)).toEqual(['returned']);
    expect([page.loads.length, page.workers.length]).toEqual([1, 2]);
  });

  it('does nothing to a block that runs', async () => {
    const page = await readyPage();
    const run = page.run('a');
    page.python.cancel();
    await page.end('a');
    expect(hows(await run)).toEqual(['returned']);
  });
});

describe('stop', () => {
  it('ends the block that runs, and starts another process', async () => {
    const page = await readyPage();
    const run = page.run('a', 'b');
    page.worker.print('so far');
    page.python.stop();
    const results = await run;
    expect(hows(results)).toEqual(['stopped', 'not run']);
    expect(results[0]?.stdout).toBe('so far');
    expect(page.workers.map(({ isOver }) => isOver)).toEqual([true, false]);
    expect(page.states.at(-1)).toBe('start 100');
  });

  it('does nothing when no block runs', async () => {
    const page = await readyPage();
    page.python.stop();
    expect([page.python.state.kind, page.worker.isOver]).toEqual(['ready', false]);
  });
});

describe('a limit', () => {
  it('of time ends a run by the clock', async () => {
    const page = await readyPage();
    const blocks = [{ id: 'a', code: 'a' }];
    const run = page.python.run({ session: 's', blocks, limits: { seconds: 5 } });
    page.clock.advance(4999);
    expect(page.python.state.kind).toBe('running');
    page.clock.advance(1);
    expect((await run)[0]?.end).toEqual({ how: 'timed out', after: 5 });
  });
});

describe('a start that fails', () => {
  it('reports the reason, keeps the run, and tries again on request', async () => {
    const page = new Page();
    const run = page.run('a');
    await page.loaded(new Error('There is no network.'));
    expect(page.python.state).toEqual({ kind: 'failed', reason: 'There is no network.' });
    expect(page.loads[0]?.options.signal.aborted).toBe(true);
    page.python.retry();
    await page.loaded();
    await page.ready();
    await page.end('a');
    expect(hows(await run)).toEqual(['returned']);
  });

  it('is said of a worker that fails without a snapshot', async () => {
    const page = new Page();
    void page.run('a');
    await page.loaded();
    page.worker.crash('no WebAssembly');
    expect(page.python.state).toEqual({ kind: 'failed', reason: 'Python could not be started: no WebAssembly.' });
    expect(page.worker.isOver).toBe(true);
  });

  it('from a snapshot is tried again without it', async () => {
    const page = new Page();
    const run = page.run('a');
    await page.loaded({ ...loadedRuntime, snapshot: new ArrayBuffer(8) });
    page.worker.say({ failed: 'another browser' });
    const [first, second] = page.workers.map(({ received: [message] }) => message);
    expect(first && 'start' in first && first.start.snapshot).toBeInstanceOf(ArrayBuffer);
    expect(second && 'start' in second && second.start.snapshot).toBeUndefined();
    await page.ready();
    await page.end('a');
    expect(hows(await run)).toEqual(['returned']);
  });

  it('from a snapshot of which there is no room for a copy is tried again without it', async () => {
    const page = new Page();
    page.send = (message) => {
      if ('start' in message && message.start.snapshot) throw new DOMException('out of memory', 'DataCloneError');
    };
    const run = page.run('a');
    await page.loaded({ ...loadedRuntime, snapshot: new ArrayBuffer(8) });
    expect(page.workers.map(({ isOver }) => isOver)).toEqual([true, false]);
    await page.ready();
    await page.end('a');
    expect(hows(await run)).toEqual(['returned']);
  });

  it('uses the snapshot of the first process in the next one', async () => {
    const page = new Page();
    const run = page.run('a');
    await page.loaded();
    page.worker.say({ ready: true, snapshot: new ArrayBuffer(8) });
    page.python.stop();
    await run;
    const [message] = page.worker.received;
    expect(message && 'start' in message && message.start.snapshot?.byteLength).toBe(8);
  });

  it('of an idle process that crashes is no failure: another one takes its place', async () => {
    const page = await readyPage();
    page.worker.crash('it fell over');
    expect(page.states.at(-1)).toBe('start 100');
    await page.ready();
    expect([page.python.state.kind, page.workers.length]).toEqual(['ready', 2]);
  });
});

describe('a restart, as for other packages', () => {
  it('while it is off or ready fetches nothing before the next run', async () => {
    const page = await readyPage();
    page.wantsFull = true;
    page.python.restart();
    expect([page.python.state.kind, page.worker.isOver, page.loads.length]).toEqual(['off', true, 1]);
    void page.run('a');
    expect(page.loads.map(({ options }) => options.full)).toEqual([false, true]);
  });

  it('while it loads begins another load for the run that waits', async () => {
    const page = new Page();
    const run = page.run('a');
    page.wantsFull = true;
    page.python.restart();
    expect(page.loads.map(({ options }) => [options.full, options.signal.aborted])).toEqual([
      [false, true],
      [true, false],
    ]);
    // The first load ends after all: its files are not wanted any more.
    page.loads[0]?.resolve(loadedRuntime);
    await settled();
    expect(page.workers).toHaveLength(0);
    await page.loaded();
    await page.ready();
    await page.end('a');
    expect(hows(await run)).toEqual(['returned']);
  });

  it('while a worker starts ends it, and the run that waits gets another one', async () => {
    const page = new Page();
    const run = page.run('a');
    await page.loaded();
    page.wantsFull = true;
    page.python.restart();
    await page.loaded();
    expect(page.workers.map(({ isOver }) => isOver)).toEqual([true, false]);
    await page.ready();
    await page.end('a');
    expect(hows(await run)).toEqual(['returned']);
  });

  it.each([
    ['comes to its end', (page: Page) => page.worker.say(returned('a')), 'returned'],
    ['is stopped', (page: Page) => page.python.stop(), 'stopped'],
  ])('while a block runs waits until it %s', async (_, finish, how) => {
    const page = await readyPage();
    const run = page.run('a');
    page.wantsFull = true;
    page.python.restart();
    expect([page.python.state.kind, page.worker.isOver]).toEqual(['running', false]);
    finish(page);
    expect(hows(await run)).toEqual([how]);
    expect([page.python.state.kind, page.worker.isOver]).toEqual(['off', true]);
    void page.run('b');
    expect(page.loads.at(-1)?.options.full).toBe(true);
  });
});
