import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { grantedTime, waitOf } from '../../../src/python/embedded/granted-time.ts';
import { FakeClock } from '../fake-clock.ts';

function granted() {
  const clock = new FakeClock();
  const state = { waited: 0, rang: 0 };
  const time = grantedTime(() => state.waited, clock);
  /** Goes on by so much, of which the process was made to wait for a part. */
  const pass = (milliseconds: number, waiting = 0) => {
    state.waited += waiting;
    clock.advance(milliseconds);
  };
  return { time, clock, state, pass };
}

describe('the time that a process was granted', () => {
  it('is that of the clock where it never waits', () => {
    const { time, state, pass } = granted();
    time.after(30, () => state.rang++);
    pass(29);
    expect([time.now(), state.rang]).toEqual([29, 0]);
    pass(1);
    expect([time.now(), state.rang]).toEqual([30, 1]);
  });

  it('stands still while the process waits for a processor, however often that is', () => {
    const { time, state, pass } = granted();
    time.after(30, () => state.rang++);
    pass(30, 20);
    pass(20, 15);
    expect([time.now(), state.rang]).toEqual([15, 0]);
    pass(15);
    expect([time.now(), state.rang]).toEqual([30, 1]);
  });

  it('rings once, and not after it was cancelled, also between two looks', () => {
    const { time, state, pass, clock } = granted();
    const cancel = time.after(30, () => state.rang++);
    pass(30, 20);
    cancel();
    pass(999);
    expect([state.rang, clock.pending]).toEqual([0, 0]);
  });

  it('has no wait to tell of a process that is not there, and keeps the last of one that has ended', async () => {
    expect(waitOf(undefined)()).toBe(0);
    const child = spawn(process.execPath, ['-e', 'process.stdin.resume()'], { stdio: 'pipe' });
    await once(child, 'spawn');
    const wait = waitOf(child.pid);
    const before = wait();
    const closed = once(child, 'close');
    child.kill('SIGKILL');
    await closed;
    expect(wait()).toBe(before);
  });

  it('has the second number that Linux tells of a process, in milliseconds', () => {
    const path = `/proc/${process.pid}/schedstat`;
    if (!existsSync(path)) return;
    const tell = () => Number(readFileSync(path, 'utf8').split(' ')[1]) / 1e6;
    const before = tell();
    const wait = waitOf(process.pid)();
    expect(wait).toBeGreaterThanOrEqual(before);
    expect(wait).toBeLessThanOrEqual(tell());
  });
});
