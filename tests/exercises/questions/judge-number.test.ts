import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meantNumber, readAnswer, readNumber } from '../../../src/exercises/questions/judge-number.ts';

describe('readNumber', () => {
  it.each([
    ['19.98', 19.98],
    [' −2 ', -2],
    ['-3e-4', -0.0003],
    ['− 24', -24],
    ['+ .5', 0.5],
    ['.5', 0.5],
    ['5.', 5],
    ['19,98', 19.98],
    ['+1E3', 1000],
  ])('reads %s', (text, number) => {
    expect(readNumber(text)).toBe(number);
  });

  it.each(['', 'six', '1 2', '1,000.5', '1,0,0', '2/3', '0x10', '--1', '1e', 'NaN', 'Infinity'])(
    'refuses %s',
    (text) => {
      expect(readNumber(text)).toBeUndefined();
    },
  );
});

describe('readAnswer', () => {
  it.each([
    ['0.4', 0.4],
    ['5/2', 2.5],
    ['-1 / 4', -0.25],
    ['−1/−4', 0.25],
    ['1e-3/2', 0.0005],
  ])('reads %s', (text, number) => {
    expect(readAnswer(text)).toBe(number);
  });

  it.each(['', '/', '1/', '/2', '1/0', '1/2/3', '1/x', '1//2'])('refuses %s', (text) => {
    expect(readAnswer(text)).toBeUndefined();
  });
});

describe('meantNumber', () => {
  const known = [
    { number: 18, within: undefined },
    { number: 19.98, within: 0.0005 },
    { number: 20.02, within: undefined },
  ];

  it.each([
    [19.98, 19.98],
    [19.9804, 19.98],
    [19.9796, 19.98],
    [18, 18],
    [18.01, 18],
    [20.02, 20.02],
    [20.01, 20.02],
    [1, undefined],
    [0, undefined],
  ])('takes %d for %s', (answer, number) => {
    expect(meantNumber(answer, known)?.number).toBe(number);
  });

  it('never takes a number for the right one that is further off than the tolerance', () => {
    const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    const tolerance = fc.double({ min: 1e-6, max: 10, noNaN: true });
    fc.assert(
      fc.property(number, number, number, tolerance, (answer, right, wrong, within) => {
        const meant = meantNumber(answer, [
          { number: right, within },
          { number: wrong, within: undefined },
        ]);
        const isNear = Math.abs(answer - right) <= within * (1 + 1e-9);
        expect(meant?.within !== undefined).toBe(isNear);
      }),
    );
  });
});
