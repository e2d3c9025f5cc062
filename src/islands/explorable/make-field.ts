/** An entry of a list. */
interface Option {
  readonly value: string;
  readonly label: string;
}

/** Makes an input of what `fieldPlaceholder` of `src/explorables/view/control-tree.ts` has put in its place. */
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
  const list = placeholder.ownerDocument.createElement('select');
  for (const name of ['id', 'class', 'data-part']) {
    const value = placeholder.getAttribute(name);
    if (value !== null) list.setAttribute(name, value);
  }
  list.setAttribute('autocomplete', 'off');
  for (const { value, label } of options) {
    const option = placeholder.ownerDocument.createElement('option');
    option.value = value;
    option.textContent = label;
    option.selected = value === chosen;
    list.append(option);
  }
  placeholder.replaceWith(list);
  return list;
}
