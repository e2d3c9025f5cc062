import { describe, expect, it } from 'vitest';
import { RunTurns } from '../../../src/islands/cell/run-turns.ts';

describe('RunTurns', () => {
  it('lets one at a time run, in the order in which they asked, without those who withdrew', async () => {
    const turns = new RunTurns<string>();
    expect(await turns.take('a')).toBe(true);
    const answers: [string, boolean][] = [];
    const asked = ['b', 'c', 'd'].map(async (who) => answers.push([who, await turns.take(who)]));
    turns.withdraw('c');
    turns.withdraw('nobody');
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
    expect(await turns.take('e')).toBe(true);
  });
});
