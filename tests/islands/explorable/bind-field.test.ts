import { toHtml } from 'hast-util-to-html';
import { describe, expect, it, vi } from 'vitest';
import {
  type Control,
  choiceControl,
  formulaControl,
  numberControl,
  orderControl,
  pointControl,
  pointsControl,
  type Setting,
  toggleControl,
} from '../../../src/explorables/kit/control.ts';
import { lastPosition, positionOf } from '../../../src/explorables/kit/number-grid.ts';
import { controlTree } from '../../../src/explorables/view/control-tree.ts';
import { bindField } from '../../../src/islands/explorable/bind-field.ts';
import { enter, fire, putIntoPage, usePages, within } from './explorable-page.ts';

usePages();

const rate = numberControl({ label: 'rate *η*', initial: 0.1, range: [0, 1], step: 0.1 });
const at = pointControl({ label: 'place', initial: [1, 2], range: { x: [-5, 5], y: [-5, 5] }, step: 0.5 });
const points = pointsControl({
  label: 'point',
  initial: [
    [0, 0],
    [1, 1],
  ],
  range: { x: [-5, 5], y: [-5, 5] },
  step: 0.5,
});
const choice = choiceControl({ label: 'method', initial: 'plain', options: { plain: 'Plain', adam: 'Adam' } });
const toggle = toggleControl({ label: 'ridge', initial: false });
const formula = formulaControl({
  label: 'f',
  initial: 'x',
  presets: ['x**2'],
  problem: (text) => (text.includes('!') ? { message: 'No “!” here.', at: text.indexOf('!') } : undefined),
});
const order = orderControl({ label: 'order', initial: ['a', 'b', 'c'] });

function bound(control: Control, setting: Setting = control.initial) {
  const tree = controlTree({ id: 'test', name: 'key', control, setting });
  const element = putIntoPage(toHtml(tree)) as HTMLFieldSetElement;
  const change = vi.fn<(setting: Setting) => void>();
  const field = bindField(element, control, change);
  return { element, change, field };
}

describe('a number', () => {
  it('is set by its slider, on the grid, and by an arrow with Shift ten positions at once', () => {
    const { element, change } = bound(rate);
    const range = within(element, '[type=range]');
    enter(range, positionOf(rate, 0.7));
    expect(change).toHaveBeenLastCalledWith(0.7);
    const event = fire(range, 'keydown', { key: 'ArrowUp', shiftKey: true });
    expect(event.defaultPrevented).toBe(true);
    expect(change).toHaveBeenLastCalledWith(1);
    expect(fire(range, 'keydown', { key: 'ArrowUp', shiftKey: false }).defaultPrevented).toBe(false);
  });

  it('is typed: out of range it sets nothing until the field is left, then the end of the range', () => {
    const { element, change } = bound(rate);
    const typed = within(element, '[type=number]');
    enter(typed, 0.25);
    expect(change).toHaveBeenLastCalledWith(0.25);
    enter(typed, 7);
    enter(typed, '');
    expect(change).toHaveBeenCalledTimes(1);
    typed.value = '7';
    fire(typed, 'change');
    expect(change).toHaveBeenLastCalledWith(1);
    expect(typed.value).toBe('1');
  });

  it('shows a setting from elsewhere on both inputs, with its accessible value', () => {
    const { element, change, field } = bound(rate);
    field.show(0.5);
    const range = within(element, '[type=range]');
    expect(range.valueAsNumber).toBe(positionOf(rate, 0.5));
    expect(range.getAttribute('max')).toBe(String(lastPosition(rate)));
    expect(range.getAttribute('aria-valuetext')).toBe('0.5');
    expect(within(element, '[type=number]').value).toBe('0.5');
    expect(change).not.toHaveBeenCalled();
  });
});

it('a point keeps the coordinate that is not set', () => {
  const { element, change, field } = bound(at);
  field.show([1, 2]);
  enter(within(element, '[data-slider=y] [type=number]'), -3);
  expect(change).toHaveBeenLastCalledWith([1, -3]);
  field.show([4, 4]);
  enter(within(element, '[data-slider=x] [type=number]'), 0.5);
  expect(change).toHaveBeenLastCalledWith([0.5, 4]);
});

it('of several points the chosen one is set and shown', () => {
  const { element, change, field } = bound(points);
  field.show(points.initial);
  const which = within<HTMLSelectElement>(element, 'select');
  which.value = '2';
  fire(which, 'change');
  expect(within(element, '[data-slider=x] [type=number]').value).toBe('1');
  enter(within(element, '[data-slider=x] [type=number]'), 3);
  expect(change).toHaveBeenLastCalledWith([
    [0, 0],
    [3, 1],
  ]);
});

it('a choice is one of its options', () => {
  const { element, change, field } = bound(choice);
  const [plain, adam] = [within(element, '[value=plain]'), within(element, '[value=adam]')];
  field.show('adam');
  expect([plain.checked, adam.checked]).toEqual([false, true]);
  plain.checked = true;
  fire(plain, 'change');
  expect(change.mock.calls).toEqual([['plain']]);
  field.show('');
  expect([plain.checked, adam.checked]).toEqual([false, false]);
});

it('a toggle is on or off', () => {
  const { element, change, field } = bound(toggle);
  const box = within(element, 'input');
  field.show(true);
  expect(box.checked).toBe(true);
  box.checked = false;
  fire(box, 'change');
  expect(change.mock.calls).toEqual([[false]]);
});

it('a formula is set once it can be read, by typing or from the list; until then the reader sees why not', () => {
  const { element, change, field } = bound(formula);
  const [text, problem] = [within(element, '[type=text]'), within(element, '[data-part=problem]')];
  enter(text, 'x!');
  expect(change).not.toHaveBeenCalled();
  expect([problem.textContent, text.getAttribute('aria-invalid')]).toEqual(['No “!” here.', 'true']);
  enter(text, 'x + 1');
  expect([problem.textContent, text.getAttribute('aria-invalid')]).toEqual(['', 'false']);
  fire(within(element, '[data-preset]'), 'click');
  expect(change.mock.calls).toEqual([['x + 1'], ['x**2']]);
  enter(text, '!');
  field.show('x');
  expect([text.value, problem.textContent]).toEqual(['x', '']);
});

it('things are moved up and down, not beyond the ends, and shown in another order', () => {
  const { element, change, field } = bound(order);
  const items = () => [...element.querySelectorAll<HTMLElement>('li')].map((item) => item.dataset['item']);
  fire(within(element, '[data-item=b] [data-move="-1"]'), 'click');
  expect(change).toHaveBeenLastCalledWith(['b', 'a', 'c']);
  fire(within(element, '[data-item=b] [data-move="-1"]'), 'click');
  fire(within(element, '[data-item=c] [data-move="1"]'), 'click');
  expect(items()).toEqual(['b', 'a', 'c']);
  const first = within(element, '[data-item=b]');
  field.show(['c', 'b', 'a']);
  expect(items()).toEqual(['c', 'b', 'a']);
  expect(within(element, '[data-item=b]')).toBe(first);
});

it.each([rate, at, points, choice, toggle, formula, order])(
  'a control of kind $kind is disabled and enabled',
  (control) => {
    const { element, field } = bound(control);
    field.enable(false);
    expect(element.disabled).toBe(true);
    field.enable(true);
    expect(element.disabled).toBe(false);
  },
);
