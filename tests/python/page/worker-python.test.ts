import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PageBlockResult } from '../../../src/python/page/python-client.ts';
import { WorkerPython } from '../../../src/python/page/worker-python.ts';
import { anyMessage, rightMessage } from '../child-messages.ts';
import { FakeWorker, loadedRuntime, returned } from './fake-worker.ts';

const runtime = { folder: '/python/', files: [], full: undefined };
const end = { how: 'returned' };

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
  const load = async () => loadedRuntime;
  const python = new WorkerPython({ runtime, wantsFull: () => false, load, startWorker });
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
  it('ends a run and does the next one, for any message of its worker', async () => {
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

  it('bounds exceptions as it bounds the output', async () => {
    const exception = { types: ['ValueError'], summary: 'y'.repeat(2 << 20), line: 1, column: 0, traceback: '' };
    const { python } = pagePython((worker) => worker.say({ ...returned('a'), end: { how: 'raised', exception } }));
    const [first] = await runTwice(python);
    expect(first?.end).toEqual({ how: 'flooded', limit: 1 << 20, by: 'exception' });
  });
});
