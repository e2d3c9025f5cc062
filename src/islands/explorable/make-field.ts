/** An entry of a list. */
interface Option {
  readonly value: string;
  readonly label: string;
}

/** Makes an input of what `standIn` of `src/explorables/view/control-tree.ts` has put in its place. */
export function makeInput(stand: HTMLInputElement, attributes: Readonly<Record<string, string>>): HTMLInputElement {
  for (const [name, value] of Object.entries({ ...attributes, autocomplete: 'off' })) stand.setAttribute(name, value);
  return stand;
}

/** Makes a list in the same way; `chosen` is the value of the entry that it shows. */
export function makeList(stand: HTMLElement, options: readonly Option[], chosen: string): HTMLSelectElement {
  const list = stand.ownerDocument.createElement('select');
  for (const name of ['id', 'class', 'data-part']) {
    const value = stand.getAttribute(name);
    if (value !== null) list.setAttribute(name, value);
  }
  list.setAttribute('autocomplete', 'off');
  for (const { value, label } of options) {
    const option = stand.ownerDocument.createElement('option');
    option.value = value;
    option.textContent = label;
    option.selected = value === chosen;
    list.append(option);
  }
  stand.replaceWith(list);
  return list;
}
