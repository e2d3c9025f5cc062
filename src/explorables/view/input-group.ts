import type { Element, ElementContent } from 'hast';
import { h } from './element.ts';
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
