import type { Element, ElementContent } from 'hast';
import { type Attributes, h } from './element.ts';
import { type ActionName, action, type PartName, part } from './part-names.ts';

/** A group of inputs that do nothing before the script has come. */
export function inputGroup(className: string, name: PartName, ...children: readonly ElementContent[]): Element {
  return h('fieldset', { class: `${className} needs-script`.trim(), ...part(name), disabled: true }, ...children);
}

/** The name of a group, for screen readers. */
export const hiddenLegend = (text: string): Element => h('legend', { class: 'visually-hidden' }, text);

export function button(name: ActionName, text: string): Element {
  return h('button', { type: 'button', class: 'button', ...action(name) }, text);
}

/**
 * A button in place of a field or a list, of which `src/islands/explorable/make-field.ts` makes one later. While a page loads,
 * browsers look for fields that they may fill in, and lay out each of them for that, however far below it is.
 */
export function fieldPlaceholder(attributes: Attributes): Element {
  return h('input', { type: 'button', class: 'field', ...attributes });
}
