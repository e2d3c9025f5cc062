import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Point } from '../../../src/core/point.ts';
import { numberControl, pointControl, type Setting } from '../../../src/explorables/kit/control.ts';
import type { Figure } from '../../../src/figures/parts/figure.ts';
import { type BoundHandle, bindHandles, HandleLayer } from '../../../src/islands/explorable/handle-layer.ts';
import { fire, putIntoPage, usePages, within } from './explorable-page.ts';

usePages();

// Ten units of the axes are a hundred of the drawing, and y goes up.
const figure: Figure = {
  name: 'map',
  title: 'A map',
  description: 'A map.',
  width: 100,
  height: 100,
  plot: { margin: 0, x: { domain: [0, 10] }, y: { domain: [0, 10] } },
};
const place = pointControl({ label: 'start', initial: [2, 2], range: { x: [0, 10], y: [0, 10] }, step: 0.5 });
const slope = numberControl({ label: 'slope', initial: 1, range: [0, 10], step: 0.5 });

const change = vi.fn<(setting: Setting) => void>();
const pointHandle = (at: Point): BoundHandle => ({
  handle: { control: 'start', at },
  control: place,
  setting: at,
  change,
});
let pictures: HTMLElement;
let layer: HandleLayer;

beforeEach(() => {
  change.mockClear();
  pictures = putIntoPage('<div><div><svg></svg></div></div>');
  layer = new HandleLayer();
  // In the window the picture is twice as large as it was drawn, 10 px from the left and 20 px from the top.
  Object.assign(within(pictures, 'div'), {
    getBoundingClientRect: () => ({ left: 10, top: 20, width: 200, height: 200 }),
  });
});

const handles = () => [...pictures.querySelectorAll<HTMLElement>('.handle')];
const at = ([x, y]: Point) => ({ clientX: 10 + 20 * x, clientY: 20 + 20 * (10 - y) });

describe('handles', () => {
  it('stand where they belong, are sliders with a name, and go when they are gone', () => {
    layer.show(pictures, [figure], [pointHandle([2, 2]), pointHandle([5, 9])]);
    expect(handles().map((one) => one.getAttribute('style'))).toEqual([
      'left: 20.000%; top: 80.000%',
      'left: 50.000%; top: 10.000%',
    ]);
    const [first] = handles();
    expect(first?.getAttribute('role')).toBe('slider');
    expect(first?.getAttribute('tabindex')).toBe('0');
    expect(first?.getAttribute('aria-label')).toBe('start, in the picture');
    expect(first?.getAttribute('aria-valuetext')).toBe('x 2, y 2');
    layer.show(pictures, [figure], [pointHandle([3, 3])]);
    expect(handles()).toEqual([first]);
    layer.show(pictures, [figure], []);
    expect(handles()).toEqual([]);
  });

  it('are dragged, on the grid and within the range, only while they are held', () => {
    layer.show(pictures, [figure], [pointHandle([2, 2])]);
    const [handle] = handles();
    if (handle === undefined) throw new Error('no handle');
    fire(handle, 'pointermove', { pointerId: 1, ...at([4, 4]) });
    expect(change).not.toHaveBeenCalled();
    fire(handle, 'pointerdown', { pointerId: 1, button: 0, ...at([2, 2]) });
    fire(handle, 'pointermove', { pointerId: 1, ...at([4.1, 6.3]) });
    expect(change).toHaveBeenLastCalledWith([4, 6.5]);
    fire(handle, 'pointermove', { pointerId: 1, ...at([40, -3]) });
    expect(change).toHaveBeenLastCalledWith([10, 0]);
    fire(handle, 'click', at([4, 4]));
    expect(change).toHaveBeenCalledTimes(2);
  });

  it('are not taken by another button of a mouse', () => {
    layer.show(pictures, [figure], [pointHandle([2, 2])]);
    const [handle] = handles();
    if (handle === undefined) throw new Error('no handle');
    fire(handle, 'pointerdown', { pointerId: 1, button: 2, ...at([2, 2]) });
    fire(handle, 'pointermove', { pointerId: 1, ...at([4, 4]) });
    expect(change).not.toHaveBeenCalled();
  });

  it.each<[string, object, Setting]>([
    ['ArrowRight', {}, [2.5, 2]],
    ['ArrowUp', {}, [2, 2.5]],
    ['ArrowLeft', { shiftKey: true }, [0, 2]],
    ['End', {}, [10, 2]],
    ['Home', {}, [0, 2]],
  ])('are moved by %s with %o', (key, modifiers, expected) => {
    layer.show(pictures, [figure], [pointHandle([2, 2])]);
    const event = fire(handles()[0] as HTMLElement, 'keydown', { key, ...modifiers });
    expect(event.defaultPrevented).toBe(true);
    expect(change.mock.calls).toEqual([[expected]]);
  });

  it.each([{ key: 'Tab' }, { key: 'ArrowLeft', altKey: true }, { key: 'ArrowLeft', metaKey: true }])(
    'leave %o to the browser',
    (keys) => {
      layer.show(pictures, [figure], [pointHandle([2, 2])]);
      expect(fire(handles()[0] as HTMLElement, 'keydown', keys).defaultPrevented).toBe(false);
      expect(change).not.toHaveBeenCalled();
    },
  );
});

describe('a click on the picture', () => {
  it('moves the nearest handle, by what is shown now', () => {
    const [near, far] = [vi.fn(), vi.fn()];
    const two = [
      { ...pointHandle([2, 2]), change: far },
      { ...pointHandle([8, 8]), change: near },
    ];
    layer.show(pictures, [figure], two);
    fire(within(pictures, 'svg'), 'click', at([7, 9]));
    expect(near.mock.calls).toEqual([[[7, 9]]]);
    layer.show(pictures, [figure], two.slice(0, 1));
    fire(within(pictures, 'svg'), 'click', at([7, 9]));
    expect(far.mock.calls).toEqual([[[7, 9]]]);
    expect(near).toHaveBeenCalledTimes(1);
  });

  it('makes the guess, while there is one to make', () => {
    const guess = vi.fn();
    layer.show(pictures, [figure], [pointHandle([7, 9]), { ...pointHandle([0, 0]), change: guess, guess: true }]);
    fire(within(pictures, 'svg'), 'click', at([7, 9]));
    expect(guess).toHaveBeenCalledOnce();
    expect(change).not.toHaveBeenCalled();
    expect(within(pictures, '.is-guess').getAttribute('aria-label')).toBe('your guess, in the picture');
  });

  it('does nothing where nothing can be moved', () => {
    layer.show(pictures, [figure], []);
    fire(within(pictures, 'svg'), 'click', at([7, 9]));
    expect(pictures.querySelector('.takes-clicks')).toBeNull();
    expect(change).not.toHaveBeenCalled();
  });
});

it('binds the handles of a view to the controls that they name', () => {
  const set = vi.fn();
  const [bound, ...others] = bindHandles(
    [
      { control: 'slope', at: [1, 1], read: ([, y]) => y },
      { control: 'gone', at: [0, 0] },
    ],
    { controls: { slope }, state: { slope: 1 }, change: set },
  );
  expect(others).toEqual([]);
  expect(bound).toMatchObject({ control: slope, setting: 1 });
  bound?.change(3);
  expect(set.mock.calls).toEqual([['slope', 3]]);
});
