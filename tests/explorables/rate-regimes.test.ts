import { expect, test } from 'vitest';
import { rateRegimes } from '../../src/explorables/rate-regimes.ts';
import { formatFixed } from '../../src/numeric/format/format-fixed.ts';
import { outputOf } from './output-of.ts';
import { allTexts } from './texts-in-picture.ts';

const page = 'guide/05-gradient-descent';
const minus = (text: string | undefined) => (text ?? '').replace('−', '-');
const sentenceWith = (rate: number, curvature: number) => rateRegimes.scene({ rate, curvature }).view(10).sentence;

test('the ledger has every digit that the example prints', () => {
  const { ledger, view } = rateRegimes.scene(rateRegimes.initial.state);
  const rows = [1, 2, 3, 4, 5].map((step) => `step ${step}: x = ${minus(ledger?.row(step)[1])}`);
  const factor = `factor ${Number(view(5).readouts[1]?.value).toFixed(4)}`;
  expect([factor, ...rows]).toEqual(outputOf(page, 'one-rate').trimEnd().split('\n'));
});

test.each([0.1, 0.5, 0.9, 1, 1.1])('with the rate %s it takes the first steps of the lesson’s table', (rate) => {
  const { view } = rateRegimes.scene({ rate, curvature: 2 });
  const walked = [1, 2, 3, 4, 5].map((step) => formatFixed(Number(minus(view(step).readouts[2]?.value)), 2));
  const row = outputOf(page, 'five-regimes')
    .split('\n')
    .find((line) => Number(line.split('  ')[0]) === rate);
  expect(walked).toEqual(row?.trim().split(/ +/).slice(1));
});

test('with the curvature 1 the borders are at the rates 1 and 2, exactly', () => {
  for (const rate of [0.01, 0.5, 0.99]) expect(sentenceWith(rate, 1)).toContain('from one side');
  expect(sentenceWith(1, 1)).toContain('in one step');
  for (const rate of [1.01, 1.5, 1.99]) expect(sentenceWith(rate, 1)).toContain('zig-zags');
  expect(sentenceWith(2, 1)).toContain('to and fro');
  for (const rate of [2.01, 3]) expect(sentenceWith(rate, 1)).toContain('diverges');
});

test('the rates under the picture are exact, so that no rate beside a border is taken for it', () => {
  for (let curvature = 0.5; curvature <= 10; curvature += 0.5) {
    const factor = rateRegimes.scene({ rate: 0.1, curvature }).view(0, {}).figures[1];
    const texts = factor ? allTexts(factor) : [];
    const products = texts.flatMap((text) => {
      const [, above = '', , below = '1'] = /^(\d+(\.\d+)?)(?:\/(\d+(?:\.\d+)?))?$/.exec(text) ?? [];
      return above === '' ? [] : [(Number(above) / Number(below)) * curvature];
    });
    expect(
      products.filter((one) => [0, 1, 2, 3].some((whole) => Math.abs(one - whole) < 1e-12)),
      texts.join(' '),
    ).toEqual(expect.arrayContaining([0, 1, 2, 3].map((whole) => expect.closeTo(whole, 12))));
  }
});

test('every border that both sliders can meet is met exactly', () => {
  for (const [rate, curvature] of [
    [2, 0.5],
    [0.4, 2.5],
    [0.25, 4],
    [0.2, 5],
    [0.1, 10],
  ] as const) {
    expect(sentenceWith(rate, curvature)).toContain('in one step');
    if (2 * rate <= 3) expect(sentenceWith(2 * rate, curvature)).toContain('to and fro');
  }
});

test('the offset after k steps is the factor to the power k, within rounding', () => {
  const { ledger } = rateRegimes.scene({ rate: 0.75, curvature: 1 });
  for (const step of [1, 5]) expect(minus(ledger?.row(step)[1])).toBe(formatFixed(4 * 0.25 ** step, 4));
  expect(ledger?.row(20)[1]).toMatch(/^3\.6\s×\s10⁻¹²$/);
});

test('a walk that diverges says so with its numbers, however far it gets', () => {
  const { view } = rateRegimes.scene({ rate: 3, curvature: 10 });
  expect(view(20).note).toMatch(/never arrives: after 20 steps its offset is 7\.1\s×\s10²⁹/);
});

test('while the question is open, nothing names what the rates do', () => {
  const [asked, answered] = [{ guess: 0.1 }, undefined].map((question) =>
    JSON.stringify(rateRegimes.scene(rateRegimes.initial.state).view(5, question)),
  );
  expect(answered).toContain('from one side');
  expect(asked).not.toContain('from one side');
});

test('the question is judged by the factor of the rate', () => {
  const { prediction } = rateRegimes.scene(rateRegimes.initial.state);
  expect([0.5, 0.51, 0.9, 0.99, 1, 1.1].map((rate) => prediction?.judge(rate).right)).toEqual([
    false,
    true,
    true,
    true,
    false,
    false,
  ]);
});
