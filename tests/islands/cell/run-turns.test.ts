import { describe, expect, it } from 'vitest';
import { RunTurns } from '../../../src/islands/cell/run-turns.ts';

const never = new AbortController().signal;

describe('RunTurns', () => {
  it('runs one at a time, in the order of the requests, without canceled ones', async () => {
    const turns = new RunTurns<string>();
    expect(await turns.take('a', never)).toBe(true);
    const answers: [string, boolean][] = [];
    const withdraws = new AbortController();
    const asked = ['b', 'c', 'd'].map(async (name) => {
      const signal = name === 'c' ? withdraws.signal : never;
      answers.push([name, await turns.take(name, signal)]);
    });
    withdraws.abort();
    await asked[1];
    expect(answers).toEqual([['c', false]]);
    expect(turns.current).toBe('a');
    turns.leave();
    await asked[0];
    expect(turns.current).toBe('b');
    turns.leave();
    await asked[2];
    expect(answers).toEqual([
      ['c', false],
      ['b', true],
      ['d', true],
    ]);
    turns.leave();
    expect(turns.current).toBeUndefined();
    expect(await turns.take('c', withdraws.signal)).toBe(false);
    expect(turns.current).toBeUndefined();
    expect(await turns.take('e', never)).toBe(true);
  });
});
