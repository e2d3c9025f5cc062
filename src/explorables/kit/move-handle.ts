import type { Point } from '../../core/point.ts';
import type { Control, NumberControl, PointControl, PointsControl, Setting } from './control.ts';
import type { Handle } from './explorable.ts';
import { moved, snapped } from './number-grid.ts';

/** A handle with the control that it sets. */
export interface Held {
  readonly handle: Pick<Handle, 'index' | 'read'>;
  readonly control: Control;
  readonly setting: Setting;
}

/** The setting of a control when its handle is put at a place. What has no place stays as it is. */
export function placeHandle({ handle, control, setting }: Held, place: Point): Setting {
  const { index = 0, read } = handle;
  if (control.kind === 'number') return read ? snapped(control, read(place)) : setting;
  if (control.kind === 'point') return onGrid(control, place);
  if (control.kind !== 'points') return setting;
  return (setting as readonly Point[]).map((point, i) => (i === index ? onGrid(control, place) : point));
}

/** The setting some steps along x and y. A number has one dimension: right and up are more. */
export function nudgeHandle({ handle: { index = 0 }, control, setting }: Held, [dx, dy]: Point): Setting {
  if (control.kind === 'number') return moved(control, Number(setting), dx + dy);
  const shift = (point: Point, { range, step }: PointControl | PointsControl): Point => [
    dx === 0 ? point[0] : moved({ range: range.x, step }, point[0], dx),
    dy === 0 ? point[1] : moved({ range: range.y, step }, point[1], dy),
  ];
  if (control.kind === 'point') return shift(setting as Point, control);
  if (control.kind !== 'points') return setting;
  return (setting as readonly Point[]).map((point, i) => (i === index ? shift(point, control) : point));
}

function onGrid({ range, step }: PointControl | PointsControl, [x, y]: Point): Point {
  const axis = (of: NumberControl['range'], value: number) => snapped({ range: of, step }, value);
  return [axis(range.x, x), axis(range.y, y)];
}
