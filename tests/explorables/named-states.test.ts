import { expect, it, test } from 'vitest';
import { explorables } from '../../src/explorables/explorables.ts';
import type { State } from '../../src/explorables/kit/control.ts';
import { shownRelations } from './shown-equations.ts';

/** What an explorable says of a state at its end: its sentence, its note and its readouts. */
async function saidOf(id: string, other: State): Promise<string> {
  const explorable = await explorables[id]?.();
  if (explorable === undefined) throw new Error(`There is no explorable ${id}.`);
  const { lastStep, view } = explorable.scene({ ...explorable.initial.state, ...other });
  const { sentence, note = '', readouts } = view(lastStep);
  return [sentence, note, ...readouts.map(({ value }) => value)].join('\n');
}

it('says of a walk that diverges only that it does, when its steps were not all longer than those before', async () => {
  const said = await saidOf('descent-1d', { curve: 'quartic', start: -1.7, rate: 0.34 });
  expect(said).toMatch(/Diverged: after \d+ steps x is/);
  expect(said).not.toMatch(/longer|every/);
});

it('says “never” of no walk that only needs more steps than are taken', async () => {
  expect(await saidOf('ill-conditioning', { choose: 'own', rate: 0.0005 })).not.toMatch(/never/);
});

it('says of a walk in a valley that it is on its way, not that it ends in neither', async () => {
  const said = await saidOf('basins', { start: 3, rate: 0.001 });
  expect(said).toMatch(/still moving/);
  expect(said).not.toMatch(/neither|nowhere/);
});

it('takes no noise of a float for divergence', async () => {
  const points = [
    [2.3, 1.1],
    [3.3, 2.1],
    [3.7, 2.5],
  ] as const;
  expect(await saidOf('regression', { points, line: [1, -1.2], rate: 0.1 })).not.toMatch(/[Dd]iverged|too large/);
});

test.each(['abs(x)^2', 'sqrt(x^4)', 'abs(x^3)', 'exp(-1/x^2)'])('%s has at 0 a tangent, or no value', async (f) => {
  expect(await saidOf('secant-tangent', { f, x: 0 })).not.toMatch(/There is no tangent/);
});

test.each(['sqrt(x)', '1/x', 'x^(1/3)'])('%s has at 0 no slope, and nothing settles near a thousand', async (f) => {
  const said = await saidOf('secant-tangent', { f, x: 0 });
  expect(said).toMatch(/without bound|no value/);
  expect(said).not.toMatch(/settle near/);
});

it('finds an equation wrong that its own digits contradict', () => {
  const [wrong] = shownRelations('0.5 \\cdot 3 = 1.6');
  expect(Math.abs(Number(wrong?.left) - Number(wrong?.right))).toBeGreaterThan(Number(wrong?.unit) / 2);
});
