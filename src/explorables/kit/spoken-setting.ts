import { at } from '../../core/at.ts';
import type { Point } from '../../core/point.ts';
import { showSmall } from '../format/show-number.ts';
import type { Control, NumberControl, PointControl, PointsControl, Setting } from './control.ts';
import { lastPosition, positionOf } from './number-grid.ts';

/** A number as text for a screen reader: with its unit, and a real minus sign. */
export function spoken({ unit }: Pick<NumberControl, 'unit'>, value: number): string {
  const plain = String(value);
  // A program's exponent, as in 5e-324, is no number for a reader.
  const text = plain.includes('e') ? showSmall(value) : plain.replace('-', '−');
  if (unit === undefined) return text;
  return unit === '°' ? `${text}°` : `${text} ${unit}`;
}

/** One coordinate of a point as a number of its own. */
export function coordinateControl(control: PointControl | PointsControl, axis: 0 | 1): NumberControl {
  const { label, range, step } = control;
  const name = axis === 0 ? 'x' : 'y';
  const point = control.kind === 'point' ? control.initial : at(control.initial, 0);
  return {
    kind: 'number',
    label: `${label} *${axesOf(control)[axis]}*`,
    range: range[name],
    step,
    initial: point[axis],
  };
}

const axesOf = (control: PointControl | PointsControl) => (control.kind === 'point' && control.axes) || ['x', 'y'];

/** The accessible properties of a handle: its name, its value and its range. */
export interface SpokenSetting {
  readonly label: string;
  readonly text: string;
  readonly now: number;
  readonly low: number;
  readonly high: number;
}

/** A number, or one point of a control, as the text of a handle. A point is given by its x. */
export function spokenSetting(control: Control, setting: Setting, index?: number): SpokenSetting {
  const label = `${control.label.replaceAll('*', '')}${index === undefined ? '' : ` ${index + 1}`}`;
  if (control.kind === 'number') {
    const [value, text] = [Number(setting), spoken(control, Number(setting))];
    // Among powers of ten the position on the scale is clearer, and an attribute may not hold `1e-12`.
    if (control.step === 'log')
      return { label, low: 0, high: lastPosition(control), now: positionOf(control, value), text };
    const [low, high] = control.range;
    return { label, low, high, now: value, text };
  }
  if (control.kind !== 'point' && control.kind !== 'points')
    return { label, text: String(setting), now: 0, low: 0, high: 0 };
  const [x, y] = control.kind === 'point' ? (setting as Point) : ((setting as readonly Point[])[index ?? 0] ?? [0, 0]);
  const [low, high] = control.range.x;
  const [first, second] = axesOf(control);
  return { label, low, high, now: x, text: `${first} ${spoken({}, x)}, ${second} ${spoken({}, y)}` };
}
