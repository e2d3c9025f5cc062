import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeLines } from '../../src/exercises/judge-lines.ts';
import {
  assembleLines,
  type LinePuzzle,
  linePuzzle,
  type PlacedLine,
  shuffledLines,
} from '../../src/exercises/line-puzzle.ts';

const solution = `import math
import numpy as np

def slope(f, x, h=1e-5):
    """Slope of f.

    A central difference.
    """
    # both sides
    rise = f(x + h) - f(x - h)
    return rise / (2 * h) * math.pi

print(slope(np.sin, 1.0))
`;
const distractors = [{ code: '    return rise / 2 * h', reason: 'it multiplies by h' }];
const puzzle = linePuzzle(solution, distractors);

const place = (all: LinePuzzle['lines']) => all.map((line): PlacedLine => ({ line, level: line.level }));
const anyPuzzle = fc
  .array(fc.record({ code: fc.string({ minLength: 1 }), level: fc.nat({ max: 3 }) }), { minLength: 1, maxLength: 8 })
  .map((lines): LinePuzzle => ({ lines, wrong: [{ code: '#', level: 0, reason: 'a reason' }], given: '' }));

describe('the lines of a solution', () => {
  it('are those of its functions with the imports that they use, without comments and docstrings', () => {
    expect(puzzle.lines.map(({ code, level }) => `${level} ${code}`)).toEqual([
      '0 import math',
      '0 def slope(f, x, h=1e-5):',
      '1 rise = f(x + h) - f(x - h)',
      '1 return rise / (2 * h) * math.pi',
    ]);
    expect(puzzle.wrong).toEqual([{ code: 'return rise / 2 * h', level: 1, reason: 'it multiplies by h' }]);
  });

  it('give the program again, with the rest of the solution after them', () => {
    expect(assembleLines(puzzle, place(puzzle.lines))).toBe(`import math
def slope(f, x, h=1e-5):
    rise = f(x + h) - f(x - h)
    return rise / (2 * h) * math.pi
import numpy as np
print(slope(np.sin, 1.0))
`);
  });

  it('are all lines where there is no function', () => {
    expect(linePuzzle('x = 1\n\nfor i in range(2):\n    x += i\n', []).lines.map(({ level }) => level)).toEqual([
      0, 0, 1,
    ]);
  });

  it('are shuffled without a loss, the same each time, and not into their order', () => {
    fc.assert(
      fc.property(anyPuzzle, (any) => {
        const mixed = shuffledLines(any);
        expect(mixed).toEqual(shuffledLines(any));
        expect(mixed.map(({ code }) => code).sort()).toEqual(
          [...any.lines, ...any.wrong].map(({ code }) => code).sort(),
        );
      }),
    );
    const texts = shuffledLines(puzzle).map(({ code }) => code);
    expect(texts.slice(0, puzzle.lines.length)).not.toEqual(puzzle.lines.map(({ code }) => code));
  });
});

describe('an arrangement of lines', () => {
  it('is right in the order of the solution, and in no other', () => {
    fc.assert(
      fc.property(
        anyPuzzle.chain((any) => fc.tuple(fc.constant(any), fc.shuffledSubarray([...any.lines]))),
        ([any, some]) => {
          expect(judgeLines(any, place(any.lines)).isRight).toBe(true);
          const isSame =
            some.length === any.lines.length &&
            some.every(({ code, level }, i) => code === any.lines[i]?.code && level === any.lines[i]?.level);
          expect(judgeLines(any, place(some)).isRight).toBe(isSame);
        },
      ),
    );
  });

  const [first, second, third, fourth] = place(puzzle.lines);
  const wrong = place(puzzle.wrong)[0];
  if (!first || !second || !third || !fourth || !wrong) throw new Error('The puzzle has four lines, and a wrong one.');
  it.each([
    [[], undefined, 'What is there is in order. 4 lines are missing.'],
    [[first, second, third], undefined, 'What is there is in order. One line is missing.'],
    [[first, third, second, fourth], 1, 'Up to line 1 it is the solution. Line 2 of the solution is another one.'],
    [[second, first], 0, 'Line 1 of the solution is another one.'],
    [[first, second, third, wrong], 3, 'Line 4 does not belong: it multiplies by h.'],
    [
      [first, second, { ...third, level: 0 }, fourth],
      2,
      'The lines are in order. Line 3 belongs further to the right.',
    ],
    [[first, { ...second, level: 2 }, third, fourth], 1, 'The lines are in order. Line 2 belongs further to the left.'],
    [[first, second, third, fourth, fourth], 4, 'There are more lines than in the solution.'],
  ])('%#: says the first thing that differs', (placed, at, words) => {
    const { mayBeRight, ...verdict } = judgeLines(puzzle, placed);
    expect(verdict).toEqual({ isRight: false, words, ...(at === undefined ? {} : { at }) });
    const codes = placed.map(({ line }) => line.code).sort();
    expect(mayBeRight ?? false).toBe(String(codes) === String(puzzle.lines.map(({ code }) => code).sort()));
  });

  it('takes a line that is wrong for its indentation only where the indentation is right', () => {
    const [head, loop, end] = [
      { code: 'def f():', level: 0 },
      { code: 'for i in range(3): g(i)', level: 1 },
      { code: 'return i', level: 1 },
    ];
    const early = { code: 'return i', level: 2, reason: 'in the loop it ends the walk' };
    const looped: LinePuzzle = { lines: [head, loop, end], wrong: [early], given: '' };
    const verdictOn = (level: number) => judgeLines(looped, [...place([head, loop]), { line: early, level }]);
    expect(verdictOn(1)).toMatchObject({ isRight: true });
    expect(verdictOn(2).words).toBe('Line 3 does not belong: in the loop it ends the walk.');
  });
});
