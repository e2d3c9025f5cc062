import { describe, expect, it } from 'vitest';
import { BlockRecorder } from '../../src/python/block-recorder.ts';
import type { BlockEnd } from '../../src/python/engine.ts';
import { FakeClock } from './fake-clock.ts';

function record() {
  const clock = new FakeClock();
  const ends: BlockEnd[] = [];
  const exceeded = (end: BlockEnd) => ends.push(end);
  const recorder = new BlockRecorder({ limits: { seconds: 1.5, outputBytes: 4 }, clock, exceeded });
  return { clock, ends, recorder };
}

describe('the record of a block', () => {
  it('counts both streams together, up to the limit and no further', () => {
    const { recorder, ends } = record();
    recorder.print('stdout', new Uint8Array(3));
    recorder.print('stderr', new Uint8Array(1));
    expect(ends).toEqual([]);
    recorder.print('stderr', new Uint8Array(1));
    expect(ends).toEqual([{ how: 'flooded', limit: 4 }]);
  });

  it('ends once: nothing that comes later counts', () => {
    const { recorder, clock, ends } = record();
    recorder.print('stdout', new Uint8Array(5));
    recorder.print('stdout', new Uint8Array(5));
    clock.advance(9999);
    expect(ends).toHaveLength(1);
    expect(recorder.finish().stdout).toEqual([new Uint8Array(5)]);
  });

  it('measures time, and bounds it until it is finished', () => {
    const first = record();
    first.clock.advance(1500);
    expect(first.ends).toEqual([{ how: 'timed out', after: 1.5 }]);
    const second = record();
    second.clock.advance(1200);
    expect(second.recorder.finish().seconds).toBe(1.2);
    second.clock.advance(9999);
    expect(second.ends).toEqual([]);
  });
});
