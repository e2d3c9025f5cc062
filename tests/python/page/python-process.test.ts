import { describe, expect, it } from 'vitest';
import { PythonProcess } from '../../../src/python/page/python-process.ts';
import { FakeClock } from '../fake-clock.ts';
import { FakeWorker, loadedRuntime, returned } from './fake-worker.ts';

const limits = { seconds: 2, outputBytes: 10, memoryBytes: 1 };
const block = { id: 'a', code: 'x', number: 1, fresh: true, limits };

function startProcess() {
  const [worker, clock] = [new FakeWorker(), new FakeClock()];
  const heard: string[] = [];
  const process = new PythonProcess(worker as unknown as Worker, clock, {
    ready: (snapshot) => heard.push(snapshot ? 'ready with snapshot' : 'ready'),
    failed: (reason) => heard.push(`failed: ${reason}`),
  });
  process.start(loadedRuntime, 1);
  return { worker, clock, heard, process };
}

describe('a process of the page’s Python', () => {
  it('is ready once, even if its worker reports it several times', () => {
    const { worker, heard } = startProcess();
    worker.say({ ready: true, snapshot: new ArrayBuffer(1) });
    worker.say({ ready: true });
    expect(heard).toEqual(['ready with snapshot']);
  });

  it.each([
    ['says that it failed', (worker: FakeWorker) => worker.say({ failed: 'no memory' }), 'no memory'],
    ['crashes', (worker: FakeWorker) => worker.crash('out of memory'), 'out of memory'],
    ['cannot be fetched', (worker: FakeWorker) => worker.crash(''), 'its program could not be fetched'],
    ['prints before a block runs', (worker: FakeWorker) => worker.print('x'), 'it sent an invalid message'],
    ['ends a block that does not run', (worker: FakeWorker) => worker.say(returned('a')), 'it sent an invalid message'],
  ])('is over when its worker %s', (_, act, reason) => {
    const { worker, heard, process } = startProcess();
    act(worker);
    worker.say({ ready: true });
    expect(heard).toEqual([`failed: ${reason}`]);
    expect([process.isOver, worker.isOver]).toEqual([true, true]);
  });

  it('passes on the output of a block, also where a character is cut in two', async () => {
    const { worker, process } = startProcess();
    const seen: string[] = [];
    const run = process.run(block, {
      began: (id) => seen.push(`began ${id}`),
      printed: (...all) => seen.push(all.join()),
    });
    worker.say({ began: 'a' });
    worker.say({ printed: 'stdout', bytes: new Uint8Array([0xc3]) });
    worker.say({ printed: 'stdout', bytes: new Uint8Array([0xa9]) });
    worker.print('e', 'stderr');
    worker.say({ ...returned('a'), seconds: 3 });
    expect(await run).toMatchObject({ end: { how: 'returned' }, stdout: 'é', stderr: 'e', seconds: 3, kept: false });
    expect(seen).toEqual(['began a', 'a,stdout,', 'a,stdout,é', 'a,stderr,e']);
  });

  it('runs one block at a time', async () => {
    const { process } = startProcess();
    void process.run(block, {});
    await expect(process.run({ ...block, id: 'b' }, {})).rejects.toThrow('one block at a time');
  });

  it('is over at the time limit, and keeps what was printed before', async () => {
    const { worker, clock, process } = startProcess();
    const run = process.run(block, {});
    worker.print('so far');
    clock.advance(1999);
    expect(process.isOver).toBe(false);
    clock.advance(1);
    worker.say(returned('a'));
    expect(await run).toMatchObject({ end: { how: 'timed out', after: 2 }, stdout: 'so far', seconds: 2 });
    expect(worker.isOver).toBe(true);
  });

  it('has no time limit left when a block has ended', async () => {
    const { worker, clock, process } = startProcess();
    const run = process.run(block, {});
    worker.say(returned('a'));
    await run;
    clock.advance(1e6);
    expect([clock.pending, process.isOver]).toEqual([0, false]);
  });

  it('is over when a block prints too much', async () => {
    const { worker, process } = startProcess();
    const run = process.run(block, {});
    worker.print('12345');
    worker.print('67890', 'stderr');
    expect(process.isOver).toBe(false);
    worker.print('!');
    expect((await run).end).toEqual({ how: 'flooded', limit: 10 });
  });

  it('is over when it is stopped, and gives every later block the same end', async () => {
    const { worker, process } = startProcess();
    const run = process.run(block, {});
    process.stop({ how: 'stopped' });
    expect((await run).end).toEqual({ how: 'stopped' });
    expect((await process.run({ ...block, id: 'b' }, {})).end).toEqual({ how: 'stopped' });
    expect(worker.received.filter((message) => 'run' in message)).toHaveLength(1);
  });

  it('does not call `failed` for a crash that ends a block, whose end reports it', async () => {
    const { worker, heard, process } = startProcess();
    worker.say({ ready: true });
    const run = process.run(block, {});
    worker.crash('it fell over');
    expect((await run).end).toEqual({ how: 'died', status: 'it fell over' });
    expect(heard).toEqual(['ready']);
  });
});
