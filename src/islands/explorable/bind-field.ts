import { setIfOther } from '../../core/patch-tree.ts';
import type { Point } from '../../core/point.ts';
import type { Control, NumberControl, PointControl, PointsControl, Setting } from '../../explorables/kit/control.ts';
import { lastPosition, positionOf, valueAt } from '../../explorables/kit/number-grid.ts';
import { coordinateControl, spoken } from '../../explorables/kit/spoken-setting.ts';
import { controlPart } from '../../explorables/view/part-names.ts';
import { makeInput, makeList } from './make-field.ts';

/** A control in the page. */
export interface Field {
  /** Shows a setting that has another source: a handle, a link, Reset. */
  readonly show: (setting: Setting) => void;
  /** Enables or disables it. */
  readonly enable: (enabled: boolean) => void;
}

/** The values that the inputs of a control show. */
type Inputs = Pick<Field, 'show'>;

type Change<S extends Setting> = (setting: S) => void;

/**
 * Makes a control work that `src/explorables/view/control-tree.ts` describes; `change` is called with every
 * setting that a reader makes.
 */
export function bindField(element: HTMLFieldSetElement, control: Control, change: Change<Setting>): Field {
  return {
    ...bindInputs(element, control, change),
    enable: (enabled) => {
      element.disabled = !enabled;
    },
  };
}

function bindInputs(element: HTMLElement, control: Control, change: Change<Setting>): Inputs {
  switch (control.kind) {
    case 'number':
      return slider(within(element, '[data-slider]'), control, change);
    case 'point':
      return pointFields(element, control, change);
    case 'points':
      return pointsFields(element, control, change);
    case 'choice':
      return choice(element, change);
    case 'toggle':
      return toggle(within(element, 'input'), change);
    case 'formula':
      return formula(element, control.problem, change);
    case 'order':
      return order(within(element, controlPart('order')), change);
  }
}

/** Makes an arrow key with Shift move by ten positions; by default browsers move by one. */
export function bindShiftArrows(range: HTMLInputElement): void {
  range.addEventListener('keydown', (event) => {
    const way = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key];
    if (way === undefined || !event.shiftKey) return;
    event.preventDefault();
    range.valueAsNumber += 10 * way;
    range.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

function within<E extends HTMLElement = HTMLInputElement>(element: HTMLElement, selector: string): E {
  const found = element.querySelector<E>(selector);
  if (found === null) throw new TypeError(`a control was built without ${selector}`);
  return found;
}

function slider(row: HTMLElement, control: NumberControl, change: Change<number>): Inputs {
  const range = within(row, '[type=range]');
  const [low, high] = control.range;
  const limits = { min: String(low), max: String(high), step: 'any' };
  const number = makeInput(within(row, '.field'), { type: 'number', ...limits });
  const last = lastPosition(control);
  const show = (value: number): void => {
    setIfOther(range, 'max', String(last));
    const position = positionOf(control, value);
    if (range.valueAsNumber !== position) range.valueAsNumber = position;
    setIfOther(range, 'aria-valuetext', spoken(control, value));
    if (document.activeElement !== number && number.value !== String(value)) number.value = String(value);
  };
  bindShiftArrows(range);
  range.addEventListener('input', () => change(valueAt(control, range.valueAsNumber)));
  number.addEventListener('input', () => {
    if (number.value !== '' && number.validity.valid) change(number.valueAsNumber);
  });
  // A value out of range is set to the nearer end of the range when the field is left.
  number.addEventListener('change', () => {
    const typed = Number.isNaN(number.valueAsNumber) ? valueAt(control, range.valueAsNumber) : number.valueAsNumber;
    const value = Math.min(Math.max(typed, low), high);
    number.value = String(value);
    change(value);
  });
  return { show: (setting) => show(Number(setting)) };
}

function pointFields(element: HTMLElement, control: PointControl | PointsControl, change: Change<Point>): Inputs {
  let point: Point = [0, 0];
  const fields = ([0, 1] as const).map((axis) =>
    slider(within(element, `[data-slider=${axis === 0 ? 'x' : 'y'}]`), coordinateControl(control, axis), (value) => {
      point = axis === 0 ? [value, point[1]] : [point[0], value];
      change(point);
    }),
  );
  return {
    show: (setting) => {
      point = setting as Point;
      fields.forEach(({ show }, axis) => {
        show(point[axis] ?? 0);
      });
    },
  };
}

function pointsFields(element: HTMLElement, control: PointsControl, change: Change<readonly Point[]>): Inputs {
  let points = control.initial;
  const options = points.map((_, i) => ({ value: String(i + 1), label: String(i + 1) }));
  const which = makeList(within(element, controlPart('which')), options, '1');
  const chosen = () => which.selectedIndex;
  const field = pointFields(element, control, (point) => {
    points = points.map((old, i) => (i === chosen() ? point : old));
    change(points);
  });
  const show = (setting: Setting) => {
    points = setting as readonly Point[];
    field.show(points[chosen()] ?? [0, 0]);
  };
  which.addEventListener('change', () => show(points));
  return { show };
}

function choice(element: HTMLElement, change: Change<string>): Inputs {
  const options = [...element.querySelectorAll<HTMLInputElement>('[type=radio]')];
  for (const option of options) {
    option.addEventListener('change', () => {
      if (option.checked) change(option.value);
    });
  }
  return {
    show: (setting) => {
      for (const option of options) option.checked = option.value === setting;
    },
  };
}

function toggle(box: HTMLInputElement, change: Change<boolean>): Inputs {
  box.addEventListener('change', () => change(box.checked));
  return {
    show: (setting) => {
      box.checked = setting === true;
    },
  };
}

function formula(
  element: HTMLElement,
  problemOf: (text: string) => { message: string; at: number } | undefined,
  change: Change<string>,
): Inputs {
  const text = makeInput(within(element, '.field'), { type: 'text' });
  const says = within<HTMLElement>(element, controlPart('problem'));
  const read = (): void => {
    const problem = problemOf(text.value);
    text.setAttribute('aria-invalid', String(problem !== undefined));
    says.textContent = problem?.message ?? '';
    if (problem === undefined) change(text.value);
  };
  text.addEventListener('input', read);
  for (const button of element.querySelectorAll<HTMLElement>('[data-preset]')) {
    button.addEventListener('click', () => {
      text.value = button.dataset['preset'] ?? '';
      read();
    });
  }
  return {
    show: (setting) => {
      if (document.activeElement === text) return;
      text.value = String(setting);
      text.setAttribute('aria-invalid', 'false');
      says.textContent = '';
    },
  };
}

function order(list: HTMLElement, change: Change<readonly string[]>): Inputs {
  const items = () => [...list.children].map((item) => (item as HTMLElement).dataset['item'] ?? '');
  list.addEventListener('click', ({ target }) => {
    const button = target instanceof HTMLElement ? target.closest<HTMLElement>('[data-move]') : null;
    const item = button?.closest('li');
    if (!button || !item) return;
    if (button.dataset['move'] === '-1') item.previousElementSibling?.before(item);
    else item.nextElementSibling?.after(item);
    button.focus();
    change(items());
  });
  return {
    show: (setting) => {
      if (items().join() === (setting as readonly string[]).join()) return;
      for (const name of setting as readonly string[]) {
        const item = [...list.children].find((one) => (one as HTMLElement).dataset['item'] === name);
        if (item) list.append(item);
      }
    },
  };
}
