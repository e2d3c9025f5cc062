import { expect, test } from 'vitest';
import { bestStep, differenceError } from '../../src/explorables/difference-error.ts';
import { formatExponent } from '../../src/numeric/format/format-exponent.ts';
import { render } from '../figures/render.ts';
import { outputOf } from './output-of.ts';

const scene = differenceError.scene(differenceError.initial.state);

/** `2 × 10⁻¹⁰` as Python prints it. */
function python(text: string): string {
  const digits = [...'⁰¹²³⁴⁵⁶⁷⁸⁹'];
  const [mantissa = '', power = ''] = text.split('\u00a0×\u00a010');
  const plain = [...power].map((sign) => (sign === '⁻' ? '-' : digits.indexOf(sign))).join('');
  return formatExponent(Number(`${mantissa}e${plain}`), mantissa.split('.')[1]?.length ?? 0);
}

test('the point at first is the one that its example measures', () => {
  const [h, error] = scene.view(0).readouts.map(({ value }) => python(value));
  expect(`h = ${h}  error ${error}\n`).toBe(outputOf('guide/02-derivatives', 'one-error'));
});

test('the ledger is the table of the lesson, every digit', () => {
  const [, ...printed] = outputOf('guide/02-derivatives', 'error-table').trimEnd().split('\n');
  const rows = printed.map((_, index) => (scene.ledger?.row(index) ?? []).map(python));
  expect(rows.map(([h, forward, central]) => `${h}  ${forward}    ${central}`)).toEqual(printed);
});

test('for the sine at 1 both differences are best where their errors balance, whichever step is the luckiest', () => {
  const [forward, central] = [bestStep('sine', 'forward'), bestStep('sine', 'central')];
  // The error of the method and that of rounding are equal at √(4ε) and at the cube root of 3ε. Near there, rounding
  // makes every single step better or worse than its neighbors, on each machine other ones.
  expect(Math.abs(Math.log10(forward.h / 3e-8))).toBeLessThan(1);
  expect(Math.abs(Math.log10(central.h / 9e-6))).toBeLessThan(1);
  expect(forward.error).toBeLessThan(2e-8);
  expect(central.error).toBeLessThan(3e-11);
  expect(central.error).toBeLessThan(forward.error / 50);
});

test('where rounding does not count, the error is what the method’s formula says', () => {
  for (const [method, h] of [
    ['forward', 1e-3],
    ['central', 0.01],
  ] as const) {
    const [, error, ofMethod] = differenceError.scene({ f: 'cube', method, h }).view(0).readouts;
    expect(error?.value).toBe(ofMethod?.value);
  }
});

test('while the question is open, nothing of the smaller steps is shown', () => {
  const [asked, answered] = [scene.view(0, { guess: 1e-10 }), scene.view(0)];
  expect([asked.sentence.includes('rounding'), answered.sentence.includes('rounding')]).toEqual([false, true]);
  expect(asked.readouts.map(({ value }) => value)).toContain('?');
  const drawn = (view: typeof asked) =>
    view.figures.flatMap((figure) => [...render(figure).querySelectorAll('path')].map((path) => path.outerHTML)).join();
  expect(drawn(asked).length).toBeLessThan(drawn(answered).length / 1.5);
});

test('smaller is worse here: the naive guess is wrong, and the lesson’s entry right', () => {
  expect(scene.prediction?.judge(2e-16).right).toBe(false);
  expect(scene.prediction?.judge(1e-7).right).toBe(true);
});
