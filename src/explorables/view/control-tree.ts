import type { Element } from 'hast';
import type { Point } from '../../core/point.ts';
import type { Control, FormulaControl, NumberControl, OrderControl, Setting } from '../kit/control.ts';
import { lastPosition, positionOf } from '../kit/number-grid.ts';
import { coordinateControl, spoken } from '../kit/spoken-setting.ts';
import { h, withVariables } from './element.ts';
import { fieldPlaceholder } from './input-group.ts';
import { part } from './part-names.ts';

/** One control in the built page, which `src/islands/explorable/bind-field.ts` activates. */
export interface ControlInPage {
  /** Unique in the page. */
  readonly id: string;
  /** The control's key in its explorable. */
  readonly name: string;
  readonly control: Control;
  readonly setting: Setting;
  /** Whether it has no effect in this state. */
  readonly isIdle?: boolean;
}

export function controlTree(inPage: ControlInPage): Element {
  const { name, control, isIdle } = inPage;
  const attributes = { class: `control control-${control.kind}`, 'data-control': name, role: 'presentation' };
  return h('fieldset', { ...attributes, disabled: isIdle }, ...fields(inPage));
}

function fields({ id, control, setting }: ControlInPage): Element[] {
  switch (control.kind) {
    case 'number':
      return [slider({ id, part: 'value', control, value: Number(setting) })];
    case 'point':
      return pointSliders(id, control, setting as Point);
    case 'points':
      return [pointChooser(id, control.label), ...pointSliders(id, control, (setting as readonly Point[])[0])];
    case 'choice':
      return [
        h(
          'fieldset',
          { class: 'choice-fields' },
          h('legend', {}, ...withVariables(control.label)),
          ...Object.entries(control.options).map(([value, label]) =>
            option({ type: 'radio', name: id, value, checked: value === setting }, label),
          ),
        ),
      ];
    case 'toggle':
      return [option({ type: 'checkbox', checked: setting === true }, control.label)];
    case 'formula':
      return [formulaFields(id, control, String(setting))];
    case 'order':
      return [orderFields(control, setting as readonly string[])];
  }
}

interface Slider {
  readonly id: string;
  readonly part: 'value' | 'x' | 'y';
  readonly control: NumberControl;
  readonly value: number;
}

function slider({ id, part, control, value }: Slider): Element {
  const range = { type: 'range', id, min: 0, max: lastPosition(control), step: 1, value: positionOf(control, value) };
  const named = { 'aria-label': control.label.replaceAll('*', ''), 'aria-describedby': control.unit && `${id}-unit` };
  return h(
    'div',
    { class: 'control-row', 'data-slider': part },
    h('label', { for: id }, ...withVariables(control.label)),
    h('input', { ...range, 'aria-valuetext': spoken(control, value), autocomplete: 'off' }),
    h(
      'span',
      { class: 'control-number' },
      fieldPlaceholder({ ...named, value }),
      control.unit !== undefined && h('span', { class: 'control-unit', id: `${id}-unit` }, control.unit),
    ),
  );
}

function pointSliders(id: string, control: Parameters<typeof coordinateControl>[0], point: Point = [0, 0]): Element[] {
  return ([0, 1] as const).map((axis) => {
    const part = axis === 0 ? 'x' : 'y';
    return slider({ id: `${id}-${part}`, part, control: coordinateControl(control, axis), value: point[axis] });
  });
}

function pointChooser(id: string, label: string): Element {
  return h(
    'div',
    { class: 'control-row' },
    h('label', { for: `${id}-which` }, ...withVariables(label)),
    fieldPlaceholder({ id: `${id}-which`, ...part('which'), value: 1 }),
  );
}

function option(attributes: Readonly<Record<string, string | boolean>>, label: string): Element {
  return h('label', { class: 'option' }, h('input', attributes), h('span', {}, ...withVariables(label)));
}

function formulaFields(id: string, { label, presets }: FormulaControl, text: string): Element {
  const presetButtons = presets.map((preset) =>
    h('button', { type: 'button', 'data-preset': preset }, h('code', { translate: 'no' }, preset)),
  );
  return h(
    'div',
    { class: 'formula-fields' },
    h('label', { for: id }, ...withVariables(label)),
    fieldPlaceholder({
      id,
      translate: 'no',
      value: text,
      'aria-describedby': `${id}-problem`,
      autocapitalize: 'off',
      spellcheck: 'false',
    }),
    h('span', { class: 'formula-presets' }, ...presetButtons),
    h('p', { class: 'control-problem', id: `${id}-problem`, ...part('problem'), role: 'status' }),
  );
}

function orderFields({ label }: OrderControl, items: readonly string[]): Element {
  const rows = items.map((item) =>
    h(
      'li',
      { 'data-item': item },
      h('span', { class: 'order-item' }, item),
      h('button', { type: 'button', 'data-move': '-1', 'aria-label': `${item} up` }, '↑'),
      h('button', { type: 'button', 'data-move': '1', 'aria-label': `${item} down` }, '↓'),
    ),
  );
  return h(
    'fieldset',
    { class: 'order-fields' },
    h('legend', {}, ...withVariables(label)),
    h('ol', part('order'), ...rows),
  );
}
