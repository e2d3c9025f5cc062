import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Playback } from '../../../src/islands/explorable/playback.ts';

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('window', globalThis);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function playTo(last: number) {
  const seen = { step: 0, said: [] as boolean[] };
  const playback = new Playback(
    () => {
      seen.step += 1;
      return seen.step < last;
    },
    (plays) => seen.said.push(plays),
  );
  return { seen, playback };
}

it('takes a step at once, then so many a second, and stops at the last', () => {
  const { seen, playback } = playTo(4);
  playback.start(2);
  expect(seen).toEqual({ step: 1, said: [true] });
  vi.advanceTimersByTime(1000);
  expect(seen.step).toBe(3);
  vi.advanceTimersByTime(5000);
  expect(seen).toEqual({ step: 4, said: [true, false] });
  expect(playback.plays).toBe(false);
});

it('takes none while it is held, still plays, and goes on where it was', () => {
  const { seen, playback } = playTo(100);
  playback.start(10);
  playback.hold(true);
  vi.advanceTimersByTime(60_000);
  expect(seen).toEqual({ step: 1, said: [true] });
  expect(playback.plays).toBe(true);
  playback.hold(false);
  vi.advanceTimersByTime(1000);
  expect(seen.step).toBe(11);
});

it('does not begin again when it was stopped while held', () => {
  const { seen, playback } = playTo(100);
  playback.hold(true);
  playback.start(10);
  playback.stop();
  playback.hold(false);
  vi.advanceTimersByTime(1000);
  expect(seen).toEqual({ step: 1, said: [true, false] });
});
