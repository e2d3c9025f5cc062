import fc from 'fast-check';
import type { Point } from '../../src/core/point.ts';
import type {
  Control,
  Controls,
  PointControl,
  PointsControl,
  Setting,
  State,
} from '../../src/explorables/kit/control.ts';
import { lastPosition, valueAt } from '../../src/explorables/kit/number-grid.ts';

/** Any state that the controls can be brought into: by slider, by number field, by handle, by link. */
export function arbitraryState(controls: Controls): fc.Arbitrary<State> {
  return fc.record(
    Object.fromEntries(Object.entries(controls).map(([key, control]) => [key, arbitrarySetting(control)])),
  );
}

/** Any setting that a control takes: its ends, what stands on its grid, and what lies between. */
export function arbitrarySetting(control: Control): fc.Arbitrary<Setting> {
  switch (control.kind) {
    case 'number':
      return fc.oneof(
        fc.constantFrom(...control.range, control.initial),
        fc.integer({ min: 0, max: lastPosition(control) }).map((position) => valueAt(control, position)),
        between(control.range),
      );
    case 'choice':
      return fc.constantFrom(...Object.keys(control.options));
    case 'toggle':
      return fc.boolean();
    case 'formula':
      return fc.constantFrom(control.initial, ...control.presets, ...awkwardFormulas);
    case 'point':
      return pointOf(control);
    case 'points':
      return fc.tuple(...control.initial.map(() => pointOf(control)));
    case 'order':
      return fc.shuffledSubarray([...control.initial], { minLength: control.initial.length });
  }
}

/** A point on the control's grid, where a reader puts one, or anywhere, as a link can. */
function pointOf({ range, step }: PointControl | PointsControl): fc.Arbitrary<Point> {
  const onGrid = ([low, high]: readonly [number, number]) => {
    const axis = { range: [low, high] as const, step };
    return fc.integer({ min: 0, max: lastPosition(axis) }).map((position) => valueAt(axis, position));
  };
  return fc.oneof(fc.tuple(onGrid(range.x), onGrid(range.y)), fc.tuple(between(range.x), between(range.y)));
}

/** Formulas with poles, corners, gaps, steep ends, no value anywhere, and no x. */
const awkwardFormulas = [
  '1/x^2',
  'sqrt(x)',
  'log(x)',
  'tan(x)',
  'x^x',
  'sqrt(-1 - x^2)',
  'abs(x)^0.5',
  '5',
  'exp(exp(x))',
  '-x^4 + 1e3',
  '2 x',
  'pi*e',
  '1/0',
  'x/abs(x)',
  'tanh(10*x)',
  '1e-9*x',
  'x^(1/3)',
] as const;

function between([min, max]: readonly [number, number]): fc.Arbitrary<number> {
  return fc.double({ min, max, noNaN: true }).map((value) => (value === 0 ? 0 : value));
}
