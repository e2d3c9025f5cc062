import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PageBlockResult } from '../../../src/python/page/python-client.ts';
import type { ToWorker } from '../../../src/python/page/worker-messages.ts';
import { WorkerPython } from '../../../src/python/page/worker-python.ts';
import { anyMessage, rightMessage } from '../child-messages.ts';

/** A worker that says what the test wants. */
class FakeWorker extends EventTarget {
  isOver = false;
  private readonly answer: (worker: FakeWorker, message: ToWorker) => void;

  constructor(answer: (worker: FakeWorker, message: ToWorker) => void) {
    super();
    this.answer = answer;
  }

  postMessage(message: ToWorker): void {
    if (!this.isOver) this.answer(this, message);
  }

  say(data: unknown): void {
    if (!this.isOver) this.dispatchEvent(new MessageEvent('message', { data }));
  }

  terminate(): void {
    this.isOver = true;
  }
}

const runtime = { folder: '/python/', files: [], full: undefined };
const loaded = {
  loader: new Blob(),
  program: new Blob(),
  module: undefined as unknown as WebAssembly.Module,
  stdlib: new ArrayBuffer(0),
  sources: {},
  snapshot: undefined,
  wheels: [],
};

const end = { how: 'returned' };
const returned = (id: string) => ({ ended: id, seconds: 0, end, values: [], figures: [] });

/** A page's Python whose worker answers the first run as told, and every other one as it should. */
function pagePython(answer: (worker: FakeWorker, id: string) => void): { python: WorkerPython; workers: FakeWorker[] } {
  const workers: FakeWorker[] = [];
  let isFirst = true;
  const startWorker = () => {
    const worker = new FakeWorker((self, message) => {
      if ('start' in message) return self.say({ ready: true });
      const said = isFirst ? answer : (one: FakeWorker, id: string) => one.say(returned(id));
      isFirst = false;
      said(self, message.run);
    });
    workers.push(worker);
    return worker as unknown as Worker;
  };
  const python = new WorkerPython(runtime, () => false, { load: async () => loaded, startWorker });
  return { python, workers };
}

async function runTwice(python: WorkerPython): Promise<PageBlockResult[]> {
  const results = [];
  for (const id of ['a', 'b']) {
    const [result] = await python.run({ session: id, blocks: [{ id, code: 'x = 1\nprint(x)' }] });
    if (result) results.push(result);
  }
  return results;
}

const bytes = fc.uint8Array({ maxLength: 20 }).map((all) => new Uint8Array(all));
const anySaid = fc.oneof(
  anyMessage,
  rightMessage.map((message) => ({ ...returned('a'), ...message, values: [] })),
  anyMessage.map((message) => ({ ...Object(message), ended: 'a' })),
  fc.record({
    printed: fc.constantFrom<unknown>('stdout', 'stderr', 'x', null),
    bytes: fc.oneof(bytes, fc.jsonValue()),
  }),
  fc.record({ began: fc.constantFrom<unknown>('a', 'b', null, 0) }),
  fc.record({ ready: fc.boolean(), snapshot: fc.constantFrom<unknown>(undefined, null, 'x', new ArrayBuffer(1)) }),
  fc.constantFrom<unknown>(undefined, null, 1, 'a', [], new Map(), { failed: {} }, { ended: 'a' }, { ended: 'b' }),
  fc.constantFrom<unknown>({ ...returned('a'), end: null }, { ...returned('a'), seconds: 'x' }, returned('b'), () => 1),
);

describe('Python in a page', () => {
  it('ends a run and does the next one, whatever its worker says', async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.array(anySaid, { maxLength: 6 }), async (said) => {
        const { python } = pagePython((worker) => {
          for (const one of said) worker.say(one);
          worker.say(returned('a'));
        });
        const [first, second] = await runTwice(python);
        seen.add(first?.end.how ?? 'nothing');
        expect(typeof first?.stdout).toBe('string');
        expect(second?.end).toEqual(end);
        expect(python.state.kind).toBe('ready');
      }),
      // Four messages each: twenty thousand.
      { numRuns: 5000 },
    );
    expect([...seen].sort()).toEqual(['died', 'raised', 'returned']);
  });

  it.each([
    ['null as an end', { ...returned('a'), end: null }],
    ['nothing at all', undefined],
    ['the end of another block', returned('b')],
    ['what is printed as a text', { printed: 'stdout', bytes: 'text' }],
    ['an error', { failed: 'it fell over' }],
  ])('is over at once when its worker says %s', async (_, said) => {
    const { python, workers } = pagePython((worker) => worker.say(said));
    const [first, second] = await runTwice(python);
    expect(first?.end.how).toBe('died');
    expect(second?.end.how).toBe('returned');
    expect(workers.map(({ isOver }) => isOver)).toEqual([true, false]);
  });

  it('bounds exceptions as it bounds what is printed', async () => {
    const exception = { types: ['ValueError'], summary: 'y'.repeat(2 << 20), line: 1, column: 0, traceback: '' };
    const { python } = pagePython((worker) => worker.say({ ...returned('a'), end: { how: 'raised', exception } }));
    const [first] = await runTwice(python);
    expect(first?.end).toEqual({ how: 'flooded', limit: 1 << 20, by: 'exception' });
  });

  it('has a limit of time from the moment on at which a block is asked for', async () => {
    const { python } = pagePython(() => undefined);
    const limits = { seconds: 0.01 };
    const [first] = await python.run({ session: 'a', blocks: [{ id: 'a', code: '' }], limits });
    expect(first?.end).toEqual({ how: 'timed out', after: 0.01 });
  });
});
