import type { Point } from '../../core/point.ts';
import type { Control, PointControl, PointsControl, Setting } from './control.ts';

/** A setting as text in a link. */
export function writeSetting(control: Control, setting: Setting): string {
  if (control.kind === 'points') return (setting as readonly Point[]).map((point) => point.join(',')).join(';');
  return Array.isArray(setting) ? setting.join(',') : String(setting);
}

/** The setting for a text, or `undefined` if it is not valid for the control. */
export function readSetting(control: Control, text: string): Setting | undefined {
  switch (control.kind) {
    case 'number':
      return readNumber(text, control.range);
    case 'choice':
      return Object.hasOwn(control.options, text) ? text : undefined;
    case 'formula':
      return control.problem(text) === undefined ? text : undefined;
    case 'toggle':
      return text === 'true' || text === 'false' ? text === 'true' : undefined;
    case 'point':
      return readPoint(text, control);
    case 'points':
      return readPoints(text, control);
    case 'order':
      return readOrder(text, control.initial);
  }
}

/** The valid settings of a control in words, for error messages. */
export function expected(control: Control): string {
  switch (control.kind) {
    case 'number':
      return `a number from ${control.range.join(' to ')}`;
    case 'choice':
      return `one of ${Object.keys(control.options).join(', ')}`;
    case 'formula':
      return `a formula in x such as ${control.initial}`;
    case 'toggle':
      return 'true or false';
    case 'point':
      return `two numbers such as ${control.initial.join(',')}`;
    case 'points':
      return `${control.initial.length} points such as ${writeSetting(control, control.initial)}`;
    case 'order':
      return `an order of ${control.initial.join(',')}`;
  }
}

function readNumber(text: string, [low, high]: readonly [number, number]): number | undefined {
  const value = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
  return value >= low && value <= high ? value : undefined;
}

function readPoint(text: string, { range }: PointControl | PointsControl): Point | undefined {
  const parts = text.split(',');
  const [x, y] = [readNumber(parts[0] ?? '', range.x), readNumber(parts[1] ?? '', range.y)];
  return parts.length === 2 && x !== undefined && y !== undefined ? [x, y] : undefined;
}

function readPoints(text: string, control: PointsControl): readonly Point[] | undefined {
  const points = text.split(';').flatMap((part) => {
    const point = readPoint(part, control);
    return point ? [point] : [];
  });
  return points.length === control.initial.length ? points : undefined;
}

function readOrder(text: string, items: readonly string[]): readonly string[] | undefined {
  const order = text.split(',');
  return order.length === items.length && items.every((item) => order.includes(item)) ? order : undefined;
}
