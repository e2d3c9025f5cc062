import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it, test } from 'vitest';
import { explorables } from '../../src/explorables/explorables.ts';
import type { State } from '../../src/explorables/kit/control.ts';
import { findLessons } from '../../src/verify/files/find-lessons.ts';
import { shownRelations } from './shown-equations.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const lessons = findLessons(['content'], root)
  .map(({ file }) => readFileSync(`${root}/${file}`, 'utf8'))
  .join('\n');

function raise(): never {
  throw new Error('There is no such explorable.');
}

/** The texts of an explorable about the last step of a state: its sentence, its note and its readouts. */
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

test.each([
  {
    points: [
      [2.3, 1.1],
      [3.3, 2.1],
      [3.7, 2.5],
    ],
    line: [1, -1.2],
  },
  {
    points: [
      [3.8, 10.9],
      [0.4, 4.1],
      [3.7, 10.7],
    ],
    line: [2, 3.3],
  },
  {
    points: [
      [3.3, 12],
      [1.1, 3.2],
      [3.2, 11.6],
    ],
    line: [4, -1.2],
  },
  {
    points: [
      [0, 0.4],
      [2.6, 1.7],
      [2.4, 1.6],
    ],
    line: [0.5, 0.4],
  },
  {
    points: [
      [0.6, 1.5],
      [3.6, 10.5],
      [2.4, 6.9],
    ],
    line: [3, -0.3],
  },
] as unknown as State[])('takes no noise of a float for divergence: %j', async (state) => {
  const told = await saidOf('regression', { ...state, rate: 0.1 });
  expect(told).not.toMatch(/[Dd]iverged|too large|larger than at the start/);
  expect(told).toMatch(/with a mean squared error of (?:0\.000|\d\.\d\s×\s10⁻(?:[²³]\S+))/);
});

test.each([
  ['abs(x)^2', '0.00'],
  ['sqrt(x^4)', '0.00'],
  ['abs(x^3)', '0.00'],
  ['exp(-1/x^2)', '0.00'],
  ['x + abs(x)^3', '1.00'],
])('%s has at 0 a tangent with the slope %s, though the rules give no number', async (f, slope) => {
  const told = await saidOf('secant-tangent', { f, x: 0 });
  expect(told).toContain(
    `The rules give no number at x = 0, but from both sides the slopes settle on ${slope}: that is the slope of the tangent.`,
  );
  expect(told).toContain(`the tangent has the slope ${slope}00.`);
});

test.each([
  [
    'sqrt(x)',
    'The curve has no slope at x = 0: there is no value to the left; from the right the slopes grow without bound.',
  ],
  [
    'x^(1/3)',
    'The curve has no slope at x = 0: there is no value to the left; from the right the slopes grow without bound.',
  ],
  [
    'abs(x)^(2/3)',
    'The curve has no slope at x = 0: from the left the slopes fall without bound; from the right the slopes grow without bound.',
  ],
  ['1/x', 'The formula has no value at x = 0.'],
  ['abs(x)^1.01', 'The nudges that are tried here do not tell whether the curve has a slope at x = 0.'],
  [
    '(x + abs(x)) / 2',
    'There is no tangent at x = 0: from the left the slopes settle near 0.00, from the right near 1.00.',
  ],
])('%s has at 0 no slope that is told: %s', async (f, note) => {
  const told = await saidOf('secant-tangent', { f, x: 0 });
  expect(told).toContain(note);
  expect(told).not.toContain('the tangent has');
});

it('says of a value beside an edge nearer than its nudges that there is a slope', async () => {
  const told = await saidOf('secant-tangent', { f: 'sqrt(x + 1e-7)', x: 0 });
  expect(told).toContain('the tangent has the slope 1581.1388.');
  expect(told).not.toMatch(/no value to the left/);
});

it('tells the noise of a batch that is dealt without repetition, beside the one drawn with it', async () => {
  const noise = async (batch: number) => {
    const { scene, initial } = (await explorables['mini-batches']?.()) ?? raise();
    const { readouts } = scene({ ...initial.state, batch }).view(0);
    const shown = (label: RegExp) => readouts.find((one) => label.test(one.label))?.value;
    return [shown(/drawn with repetition/), shown(/dealt as/)];
  };
  expect(await noise(5)).toEqual(['4.86', '4.65']);
  expect(await noise(50)).toEqual(['1.54', '0.00']);
  expect(await saidOf('mini-batches', { batch: 50 })).toContain('its slope has no noise');
});

it('says of a rate of 0 that nothing moves to first order, and of what is left that it is of second', async () => {
  const told = await saidOf('chain-rule', { chain: 'wave', x: 0 });
  expect(told).toContain('to first order the output does not move with the input');
  expect(told).toMatch(/What is left of it is of second order/);
  expect(told).not.toMatch(/no small change|does not reach the output\. *$/);
});

it('counts the turns of gears, and says that neighbours turn in opposite directions', async () => {
  const { scene, initial } = (await explorables['chain-rule']?.()) ?? raise();
  const { view, prediction } = scene({ ...initial.state, chain: 'gears' });
  const [gears] = view(0).figures;
  expect(gears?.description).toMatch(/neighbours turn in opposite directions, and what is counted is turns/);
  expect(prediction?.answer).toMatch(/Neighbours turn in opposite directions; here turns are counted, whichever way/);
  expect(lessons).toMatch(/Count turns, not directions/);
});

it('says of the flat direction that it sets the pace only together with the condition', () => {
  const paces = lessons.match(/[^.]*\b(?:sets?|setting) the pace\b[^.]*\./g) ?? [];
  expect(paces.length).toBeGreaterThan(1);
  for (const sentence of paces) expect(sentence).toMatch(/[Bb]elow the best rate|[Aa]t small rates/);
});

it('finds an equation wrong that its own digits contradict', () => {
  const [wrong] = shownRelations('0.5 \\cdot 3 = 1.6');
  expect(Math.abs(Number(wrong?.left) - Number(wrong?.right))).toBeGreaterThan(Number(wrong?.unit) / 2);
});
