import { beforeAll, describe, expect, it } from 'vitest';
import { explorables } from '../../../src/explorables/explorables.ts';
import type { Explorable, View } from '../../../src/explorables/kit/explorable.ts';
import { mostStates, proveExplorable } from './prove-explorable.ts';
import { pythonWithNumpy } from './python-with-numpy.ts';

let python = '';
beforeAll(async () => {
  python = await pythonWithNumpy(process.env);
});

/** A part of what `npm run prove-explorables` compares. */
const most = 12;

it('has a model in NumPy for every explorable', () => {
  expect(Object.keys(mostStates)).toEqual(Object.keys(explorables));
});

describe.each(Object.keys(explorables))('%s', (id) => {
  it('shows the numbers that NumPy computes', async () => {
    const { faults, numbers, states } = await proveExplorable(python, id, { most, seed: 20261124 });
    expect(faults).toEqual([]);
    expect(states).toBe(most);
    expect(numbers).toBeGreaterThan(most);
  });

  it('is caught when the last digits are others', async () => {
    const load = explorables[id];
    if (load === undefined) throw new Error(`There is no explorable ${id}.`);
    const { wrong } = await proveExplorable(python, id, { most: 4, seed: 20261124, explorable: spoiled(await load()) });
    expect(wrong).toBeGreaterThan(0);
  });
});

/** The explorable as it would be if a model were wrong: the last digit of each readout is five off. */
function spoiled(explorable: Explorable): Explorable {
  const other = (text: string) =>
    text.replace(/\d(?=(?:\s×\s10[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)?\D*$)/, (digit) => String((Number(digit) + 5) % 10));
  const spoil = (view: View): View => ({
    ...view,
    readouts: view.readouts.map((readout) => ({ ...readout, value: other(readout.value) })),
  });
  return {
    ...explorable,
    scene: (state) => {
      const scene = explorable.scene(state);
      return { ...scene, view: (step, question) => spoil(scene.view(step, question)) };
    },
  };
}
