import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explorables } from '../../../src/explorables/explorables.ts';
import type { State } from '../../../src/explorables/kit/control.ts';
import type { Explorable } from '../../../src/explorables/kit/explorable.ts';
import { faultOf, isSentence, uncheckedNumbers } from './claim.ts';
import { claimFaults } from './claim-faults.ts';
import { saidTexts } from './said-texts.ts';
import { claimTables } from './tables.ts';

const all: Explorable[] = await Promise.all(Object.values(explorables).map((load) => load()));

/** States by chance, beside those that a table names. `npm run prove-explorables` tries many more. */
const states: Readonly<Record<string, number>> = { 'mini-batches': 4, 'optimizer-race': 8, basins: 15 };

/** Sentences with numbers that readouts show as well, and that take a whole training: `prove` compares those with NumPy. */
const byProve: Readonly<Record<string, RegExp>> = {
  'mini-batches': /^number (?:3|4) of After|^number 1 of m wanders by/,
};

/** Words of which one is false where the other is true. */
const pairs = [
  ['left', 'right'],
  ['longer', 'shorter'],
  ['worse', 'better'],
  ['above', 'below'],
  ['larger', 'smaller'],
  ['higher', 'lower'],
  ['never', 'always'],
  ['diverges', 'converges'],
  ['grow', 'fall'],
  ['nearer', 'further'],
  ['Along x\\.', 'Along y.'],
  ['every', 'no'],
  ['exactly 0', 'almost 0'],
] as const;

it('has a table of claims for every explorable', () => {
  expect(Object.keys(claimTables)).toEqual(Object.keys(explorables));
});

it('reads the words in the pictures as well', () => {
  const reads = all.filter((one) =>
    saidTexts(one, one.initial.state, { parts: [0, 1], guesses: () => [] }).some(({ where }) => /^picture/.test(where)),
  );
  expect(reads.length).toBeGreaterThan(10);
});

describe.each(all)('$id', (explorable) => {
  it('says nothing that is not so, and claims nothing that is not checked', () => {
    expect(claimFaults(explorable, states[explorable.id] ?? 40, fc.readConfigureGlobal().seed ?? 1)).toEqual([]);
  });

  it('would be caught if it said the opposite', () => {
    const table = claimTables[explorable.id];
    const others: readonly Partial<State>[] = [{}, ...(table?.also ?? [])];
    const states = others
      .slice(0, 12)
      .map((other) => ({ ...explorable.initial.state, ...other }) as State)
      .filter((state) => !table?.isBeyondFloats(state));
    const mutants = states.flatMap((state) => {
      const facts = table?.facts(state);
      return saidTexts(explorable, state, { parts: [0, 1], guesses: () => [] }).flatMap((said) =>
        opposites(said.text).map((text) => ({ facts, said: { ...said, text } })),
      );
    });
    expect(mutants.length).toBeGreaterThan(0);
    const alive = mutants.filter(({ facts, said }) => table && faultOf(table, said, facts) === undefined);
    expect([...new Set(alive.map(({ said }) => `${said.where}: ${said.text}`))]).toEqual([]);
  });

  it('would be caught if one of its sentences said another number', () => {
    const table = claimTables[explorable.id];
    const others: readonly Partial<State>[] = [{}, ...(table?.also ?? [])];
    const states = others.slice(0, 8).map((other) => ({ ...explorable.initial.state, ...other }) as State);
    const guesses = ({ prediction }: ReturnType<typeof explorable.scene>) =>
      prediction ? [prediction.guess.initial] : [];
    const alive = states.flatMap((state) => {
      if (table === undefined || table.isBeyondFloats(state)) return [];
      const facts = table.facts(state);
      return saidTexts(explorable, state, { parts: [0, 0.4, 1], guesses })
        .filter(({ where }) => isSentence(where))
        .flatMap((said) => uncheckedNumbers(table, said, facts));
    });
    const known = byProve[explorable.id];
    expect([...new Set(alive)].filter((text) => known === undefined || !known.test(text))).toEqual([]);
  });
});

/** A text with one of its words turned round. */
function opposites(text: string): string[] {
  return pairs.flatMap(([one, other]) =>
    [
      [one, other],
      [other, one],
    ].flatMap(([from = '', to = '']) => {
      const turned = text.replace(new RegExp(`(?<![\\w⟨])${from}(?!\\w)`), to);
      return turned === text ? [] : [turned];
    }),
  );
}
