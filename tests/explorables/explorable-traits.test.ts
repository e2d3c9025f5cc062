import { expect, it } from 'vitest';
import { explorables } from '../../src/explorables/explorables.ts';
import { cover, traitsOf } from './explorable-traits.ts';

const all = await Promise.all(Object.values(explorables).map((load) => load()));
const traits = new Map(all.map((one) => [one, traitsOf(one, one.initial)]));
const traitsIn = (one: (typeof all)[number]) => traits.get(one) ?? new Set<string>();

it('reads from each definition the kinds of its controls, its question, its run and its pictures', () => {
  for (const [{ id, controls }, own] of traits) {
    const words = [...own].map((trait) => trait.split(':')[0]);
    for (const word of ['question', 'run', 'pictures']) expect(words, id).toContain(word);
    for (const { kind } of Object.values(controls)) expect([...own], id).toContain(`control: ${kind}`);
  }
});

it('covers every trait with a few, none of which could be left out', () => {
  const chosen = cover(all, traitsIn);
  const had = (some: typeof all) => new Set(some.flatMap((one) => [...traitsIn(one)]));
  expect(had(chosen)).toEqual(had(all));
  expect(chosen.length).toBeLessThan(all.length / 2);
  for (const one of chosen) expect(had(chosen.filter((other) => other !== one)).size).toBeLessThan(had(all).size);
});

it('chooses one with a new trait by itself', () => {
  const items = [['a', 'b'], ['b'], ['a', 'c'], ['b', 'new']].map((names) => new Set(names));
  expect(cover(items, (item) => item)).toEqual([items[2], items[3]]);
});
