import { expect, it } from 'vitest';
import { layOutInTurn } from '../../../src/islands/dom/lay-out-in-turn.ts';

it('lays out one block at a time, in their order, and ends', () => {
  const blocks = Array.from({ length: 3 }, () => ({ style: { contentVisibility: '' } }) as HTMLElement);
  const waiting: (() => void)[] = [];
  layOutInTurn(blocks, (then) => waiting.push(then));
  const seen: number[] = [];
  for (let then = waiting.shift(); then; then = waiting.shift()) {
    expect(waiting).toHaveLength(0);
    then();
    seen.push(blocks.filter(({ style }) => style.contentVisibility === 'visible').length);
  }
  expect(seen).toEqual([1, 2, 3, 3]);
});
