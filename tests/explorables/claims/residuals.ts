import { at } from '../../../src/core/at.ts';
import { showNumber } from '../../../src/explorables/format/show-number.ts';
import { residuals as explorable } from '../../../src/explorables/residuals.ts';
import { defineClaims, type ShownNumber } from './claim.ts';

interface State {
  readonly strength: number;
  readonly data: string;
  readonly model: string;
}

const noise = [8, -6, 7, 6, -7, -6, 5, 4, 2, -8, 0, -4, 0, -5, -8, -2, -6, 0, 4, 3, -3, 4, 3, 9].map((n) => n / 10);
const xs = noise.map((_, i) => (7 * i) % 24);
const kinds: Readonly<Record<string, string>> = { a: 'curve', b: 'none', c: 'outlier', d: 'drift', e: 'funnel' };

const mean = (some: readonly number[]) => some.reduce((sum, one) => sum + one, 0) / some.length;
const root = (some: readonly number[]) => Math.sqrt(mean(some.map((one) => one * one)));
const inner = (a: readonly number[], b: readonly number[]) => mean(a.map((one, i) => one * at(b, i)));

/** What is left after a projection on polynomials that are made orthogonal here, and not by the normal equations. */
function residualsOf({ strength: s, data, model }: State): number[] {
  const made: Readonly<Record<string, (u: number, i: number) => number>> = {
    none: () => 0,
    curve: (u) => 1.2 * s * u * u,
    funnel: (u, i) => 0.5 * at(noise, i) * (s * (u + 1) - 0.8),
    outlier: (_, i) => (i === 5 ? 2 * s : 0),
    drift: (_, i) => 0.9 * s * (i / 11.5 - 1),
  };
  const us = xs.map((x) => x / 11.5 - 1);
  const kind = kinds[data] ?? '';
  let left = us.map((u, i) => 2 + xsTerm(u) + 0.5 * at(noise, i) + (made[kind]?.(u, i) ?? Number.NaN));
  const square = us.map((u) => u * u);
  const basis = [us.map(() => 1), us, ...(model === 'parabola' ? [square.map((one) => one - mean(square))] : [])];
  for (const one of basis) {
    const share = inner(left, one) / inner(one, one);
    left = left.map((value, i) => value - share * at(one, i));
  }
  return left;
}

const xsTerm = (u: number) => 0.25 * 11.5 * (u + 1);

function facts(state: State) {
  const left = residualsOf(state);
  const where = (is: (x: number, i: number) => boolean) => left.filter((_, i) => is(at(xs, i), i));
  const kind = kinds[state.data] ?? '';
  return {
    kind,
    seen: kind === 'curve' && state.model === 'parabola' ? 'none' : kind,
    spread: root(left),
    largest: Math.max(...left.map(Math.abs)),
    ends: mean(where((x) => x < 6 || x > 17)) - mean(where((x) => x >= 6 && x <= 17)),
    ratio: root(where((x) => x >= 12)) / root(where((x) => x < 12)),
    late: mean(left.slice(12)) - mean(left.slice(0, 12)),
  };
}

type Facts = ReturnType<typeof facts>;

/** Sums that cancel leave their last bits. */
const near = (value: number, shown: ShownNumber) => [0, 1e-14, -1e-14].some((off) => shown.is(value + off));
const all = (values: readonly number[], shown: readonly ShownNumber[]) =>
  values.every((value, i) => near(value, at(shown, i)));

const names: Readonly<Record<string, string>> = {
  none: 'no pattern',
  curve: 'a curve',
  funnel: 'a funnel',
  outlier: 'one outlier',
  drift: 'a drift',
};
const made: Readonly<Record<string, string>> = {
  none: 'errors alone',
  curve: 'a bend',
  funnel: 'errors that grow with x',
  outlier: 'one wrong value',
  drift: 'a drift in the order of measurement',
};
const madeOf = '⟨errors alone|a bend|errors that grow with x|one wrong value|a drift in the order of measurement⟩';
const seen = '⟨no pattern|a curve|a funnel|one outlier|a drift⟩';

export const residuals = defineClaims<State, Facts>({
  facts,
  claims: {
    'The ⟨line|parabola⟩ leaves residuals with a spread of #; the largest is # in size': ({
      facts,
      state,
      words,
      numbers,
    }) => at(words, 0) === state.model && all([facts.spread, facts.largest], numbers),
    [`The points were made with ${madeOf}.`]: ({ facts, words }) =>
      at(words, 0) === made[facts.kind] && facts.kind === facts.seen,
    [`The points were made with ${madeOf}, which a parabola can follow.`]: ({ facts, words }) =>
      at(words, 0) === 'a bend' && facts.kind === 'curve' && facts.seen === 'none',
    'on average they differ by # between the ends of x and its middle, and by # between the second half of the order and the first, and their spread on the right is # times that on the left':
      ({ facts, numbers }) =>
        facts.seen === 'none' && all([Math.abs(facts.ends), Math.abs(facts.late), facts.ratio], numbers),
    'at the ends of x they are # higher on average than in its middle': ({ facts, numbers }) =>
      facts.ends > 0.2 && all([facts.ends], numbers),
    'their spread on the right is # times that on the left': ({ facts, numbers }) =>
      facts.ratio > 1.5 && all([facts.ratio], numbers),
    'the largest is # times their spread': ({ facts, numbers }) =>
      facts.largest > 2 * facts.spread && all([facts.largest / facts.spread], numbers),
    'in the second half of the order they are # higher on average than in the first': ({ facts, numbers }) =>
      facts.late > 0.2 && all([facts.late], numbers),
    'A ⟨line|parabola⟩ was fitted. Look at its residuals against x, and in the order of measurement. What do they show?':
      ({ state, words }) => at(words, 0) === state.model,
    [`They show ${seen}.`]: ({ facts, words, guess, right }) =>
      at(words, 0) === names[facts.seen] && right === (guess === facts.seen),
    [`They show ${seen}:`]: ({ facts, words, guess, right }) =>
      at(words, 0) === names[facts.seen] && (guess === undefined || right === (guess === facts.seen)),
    'Shapeless residuals are what you hope for.': ({ facts }) => facts.seen === 'none',
    'A line has no bend: try a model that has one.': ({ facts, state }) =>
      facts.seen === 'curve' && state.model === 'line',
    'The fit is not wrong on the whole, but no one spread describes all of its errors.': ({ facts }) =>
      facts.seen === 'funnel' && Math.abs(facts.ends) < 0.2,
    'Look at this one value before you change the model: it may be a typing error.': ({ facts }) =>
      facts.seen === 'outlier',
    'Something changed while the values were measured, and x does not contain it.': ({ facts }) =>
      facts.seen === 'drift',
    '⟨Twenty-four points and a (line|parabola)|The residuals against x, and in the order of measurement⟩': () => true,
    'The table has all of them, one by one.': ({ state }) => {
      const { ledger } = explorable.scene({ ...state });
      const shown = Array.from({ length: ledger?.length ?? 0 }, (_, i) => String(ledger?.row(i).at(-1)));
      const left = residualsOf(state);
      const isResidual = (text: string, i: number) =>
        [0, 1e-12, -1e-12].some((off) => showNumber(at(left, i) + off, 3) === text);
      return shown.length === left.length && shown.every(isResidual);
    },
    'The points in the order of measurement': () => true,
    '⟨largest ÷ spread|ends − middle|spread right ÷ left|late − early⟩': () => true,
    'they show': () => true,
  },
  also: ['a', 'b', 'c', 'd', 'e'].flatMap((data) =>
    ['line', 'parabola'].flatMap((model) => [0.5, 1, 1.5].map((strength) => ({ data, model, strength }))),
  ),
});
