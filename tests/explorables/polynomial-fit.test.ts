import { expect, test } from 'vitest';
import { polynomialFit } from '../../src/explorables/polynomial-fit.ts';
import { outputOf } from './output-of.ts';

const page = 'guide/07-what-the-run-found';
const initial = polynomialFit.initial.state;
const valuesAt = (degree: number, ridge = 'none') =>
  polynomialFit
    .scene({ ...initial, degree, ridge })
    .view(0)
    .readouts.map(({ value }) => value);

test('every degree has every digit that the lesson prints', () => {
  const rows = outputOf(page, 'degrees').trimEnd().split('\n').slice(2);
  expect(rows.length).toBe(7);
  for (const row of rows) {
    const [degree, ...numbers] = row.trim().split(/ +/);
    expect(valuesAt(Number(degree)).slice(0, 3)).toEqual(numbers);
  }
});

test('its own example prints its first numbers', () => {
  const [train, tested, largest] = valuesAt(3);
  expect(outputOf(page, 'ridge-fit')).toBe(
    `train error ${train}\ntest error  ${tested}\nlargest parameter ${largest}\n`,
  );
});

test('without the penalty the training error can only fall with the degree, and with it only rise', () => {
  const errors = Array.from({ length: 10 }, (_, degree) => Number(valuesAt(degree)[0]));
  expect(errors).toEqual([...errors].sort((a, b) => b - a));
  const ridged = ['none', 'tiny', 'small', 'some', 'much', 'huge'].map((ridge) => Number(valuesAt(9, ridge)[0]));
  expect(ridged).toEqual([...ridged].sort((a, b) => a - b));
});

test('a ridge of 0.01 at degree 9 brings the test error down by a factor of ten, as the lesson promises', () => {
  expect(Number(valuesAt(9, 'small')[1])).toBeLessThan(Number(valuesAt(9)[1]) / 10);
});

test('the numbers agree with NumPy for a ridge', () => {
  expect(valuesAt(9, 'small').slice(0, 3)).toEqual(['0.0412', '0.1044', '2.7']);
});

test('while the question is open, the errors of higher degrees are neither drawn nor reported', () => {
  const { view, prediction } = polynomialFit.scene(initial);
  const asked = view(0, { guess: 'same' });
  expect(JSON.stringify([asked.sentence, asked.equation, asked.readouts, asked.figures])).not.toContain('5.19');
  expect(asked.readouts.at(-1)?.value).toBe('?');
  expect(prediction?.judge('huge').right).toBe(true);
  expect(prediction?.judge('same').right).toBe(false);
});
