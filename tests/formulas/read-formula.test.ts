import { describe, expect, it } from 'vitest';
import { FormulaError } from '../../src/formulas/formula-tree.ts';
import { isAboutSteps } from '../../src/formulas/is-about-steps.ts';
import { readFormula } from '../../src/formulas/read-formula.ts';

const x = ['name', 'x'];
const sidesOf = (tex: string) => readFormula(tex).map(({ sides }) => sides.map(({ tree }) => tree));
const right = (tex: string) => sidesOf(`y = ${tex}`)[0]?.[1];

describe('readFormula', () => {
  it.each([
    ['2x', ['multiply', ['number', 2], x]],
    ['-x^2', ['negate', ['power', x, ['number', 2]]]],
    ['10^{-5}', ['power', ['number', 10], ['negate', ['number', 5]]]],
    ["f'(x)^2", ['power', ['prime', 'f', 1, [x]], ['number', 2]]],
    ["f'''", ['prime', 'f', 3, null]],
    ["f'(g(x)) \\cdot g'(x)", ['dot', ['prime', 'f', 1, [['apply', 'g', [x]]]], ['prime', 'g', 1, [x]]]],
    ['\\frac{df}{dx}', ['derivative', ['name', 'f'], 'x']],
    ['\\frac{\\partial\\,\\text{loss}}{\\partial w_{12}}', ['derivative', ['name', 'loss'], 'w_12']],
    ['\\frac{d}{2}', ['divide', ['name', 'd'], ['number', 2]]],
    ['\\nabla_{\\mathbf{w}} L', ['nabla', 'L', null, 'w']],
    ['D_{\\mathbf{u}} f(\\mathbf{p})', ['directional', 'u', 'f', ['name', 'p']]],
    ['X^{\\mathsf{T}} \\mathbf{e}', ['multiply', ['transpose', ['name', 'X']], ['name', 'e']]],
    ['\\hat{\\mathbf{v}} + x^\\ast', ['add', ['name', 'v_hat'], ['name', 'x_star']]],
    ['\\lVert a - b \\rVert^2', ['power', ['norm', ['subtract', ['name', 'a'], ['name', 'b']]], ['number', 2]]],
    ['\\tanh^2 z', ['power', ['function', 'tanh', [['name', 'z']]], ['number', 2]]],
    ['\\bigl(x\\bigr)\\,\\left(x\\right)', ['multiply', x, x]],
    ['\\underbrace{v_1}_{\\text{to } a_1}', ['name', 'v_1']],
    ['\\sum_{i=1}^{N} e_i', ['sum', 'i', ['number', 1], ['name', 'N'], ['index', 'e', ['name', 'i']]]],
    ['\\sum x_i + x', ['add', ['sum', null, null, null, ['index', 'x', ['name', 'i']]], x]],
    ['\\lfloor x / 2 \\rfloor', ['floor', ['divide', x, ['number', 2]]]],
    ['(2x,\\ x)', ['tuple', [['multiply', ['number', 2], x], x]]],
    [
      '\\begin{pmatrix} x & 1 \\\\ 2 & x \\end{pmatrix}',
      [
        'tuple',
        [
          ['tuple', [x, ['number', 1]]],
          ['tuple', [['number', 2], x]],
        ],
      ],
    ],
  ])('%s', (tex, tree) => {
    expect(right(tex)).toEqual(tree);
  });

  it('separates statements at wide spaces and in aligned, and names the part of the TeX of each side', () => {
    const tex =
      '\\begin{aligned} \\mathbf{v} &\\leftarrow \\mathbf{g} & a &= b \\\\ c &= d \\qquad \\text{out} = f. \\end{aligned}';
    const parts = readFormula(tex).map(({ sides }) => sides.map(({ start, end }) => tex.slice(start, end)));
    expect(parts).toEqual([
      ['\\mathbf{v}', '\\mathbf{g}'],
      ['a', 'b'],
      ['c', 'd'],
      ['\\text{out}', 'f'],
    ]);
  });

  it('knows the relations, and the shape of a table', () => {
    const [first, second] = readFormula('a = b \\approx c \\qquad X \\in \\mathbb{R}^{n \\times 2}');
    expect(first?.relations).toEqual(['=', '≈']);
    expect(second?.sides[1]?.tree).toEqual([
      'reals',
      [
        ['name', 'n'],
        ['number', 2],
      ],
    ]);
  });

  it.each([
    ['x_{k+1} = x_k - 1', true],
    ['\\mathbf{p} \\leftarrow \\mathbf{p}', true],
    ['y = (1, x_{k+1})', true],
    ['x_k = x_1', false],
  ])('%s is about steps: %s', (tex, steps) => {
    expect(isAboutSteps(readFormula(tex))).toBe(steps);
  });

  it.each([
    ['x + 1', /states nothing/, 0],
    ['x = ', /empty/, 0],
    ['x = 1 + \\dots + 2', /not expected/, 8],
    ['x = \\frac{d f g}{dx', /./, 16],
    ['x = (1 + 2', /not closed/, 4],
    ['x = \\max\\limits', /./, 4],
    ['y = \\frac{\\partial}{\\partial x}', /derivative is written/, 5],
  ])('refuses %s', (tex, message, offset) => {
    let error: unknown;
    try {
      readFormula(tex);
    } catch (caught) {
      error = caught;
    }
    expect(error).toBeInstanceOf(FormulaError);
    expect((error as FormulaError).message).toMatch(message);
    expect(Math.abs((error as FormulaError).offset - offset)).toBeLessThan(12);
  });
});
