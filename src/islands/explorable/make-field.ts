import { makeElement } from '../dom/make-element.ts';

/** An entry of a list. */
interface Option {
  readonly value: string;
  readonly label: string;
}

/** Makes an input of what `fieldPlaceholder` of `src/explorables/view/input-group.ts` has put in its place. */
export function makeInput(
  placeholder: HTMLInputElement,
  attributes: Readonly<Record<string, string>>,
): HTMLInputElement {
  for (const [name, value] of Object.entries({ ...attributes, autocomplete: 'off' }))
    placeholder.setAttribute(name, value);
  return placeholder;
}

/** Makes a list in the same way; `chosen` is the value of the entry that it shows. */
export function makeList(placeholder: HTMLElement, options: readonly Option[], chosen: string): HTMLSelectElement {
  const entries = options.map(({ value, label }) =>
    makeElement('option', { value, selected: value === chosen }, label),
  );
  const list = makeElement('select', {}, ...entries);
  for (const name of ['id', 'class', 'data-part']) {
    const value = placeholder.getAttribute(name);
    if (value !== null) list.setAttribute(name, value);
  }
  list.setAttribute('autocomplete', 'off');
  placeholder.replaceWith(list);
  return list;
}
