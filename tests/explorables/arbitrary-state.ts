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

/** Any state that sliders and handles lead to: whatever lies between their steps was typed, or came with a link. */
export function arbitraryGridState(controls: Controls): fc.Arbitrary<State> {
  return fc.record(
    Object.fromEntries(Object.entries(controls).map(([key, control]) => [key, arbitraryGridSetting(control)])),
  );
}

function arbitraryGridSetting(control: Control): fc.Arbitrary<Setting> {
  switch (control.kind) {
    case 'number':
      return onGrid(control);
    case 'point':
      return gridPointOf(control);
    case 'points':
      return fc.tuple(...control.initial.map(() => gridPointOf(control)));
    case 'formula':
      return fc.constantFrom(control.initial, ...control.presets);
    default:
      return arbitrarySetting(control);
  }
}

const onGrid = (axis: Parameters<typeof lastPosition>[0]) =>
  fc.oneof(
    fc.constantFrom(0, lastPosition(axis)).map((position) => valueAt(axis, position)),
    fc.integer({ min: 0, max: lastPosition(axis) }).map((position) => valueAt(axis, position)),
  );

const gridPointOf = ({ range, step }: PointControl | PointsControl) =>
  fc.tuple(onGrid({ range: range.x, step }), onGrid({ range: range.y, step }));

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
function pointOf(control: PointControl | PointsControl): fc.Arbitrary<Point> {
  return fc.oneof(gridPointOf(control), fc.tuple(between(control.range.x), between(control.range.y)));
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
