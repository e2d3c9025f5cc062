type Child = Node | string | null | undefined;

/** An element with attributes and children; an attribute that is `undefined` or `false` is left out, `true` is empty. */
export function elementWith<K extends keyof HTMLElementTagNameMap>(
  document: Document,
  tag: K,
  attributes: Readonly<Record<string, string | number | boolean | undefined>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (isCode(tag)) element.setAttribute('translate', 'no');
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : String(value));
  }
  for (const child of children) {
    if (child !== null && child !== undefined) element.append(child);
  }
  return element;
}

/** Whether an element holds code or what it prints, which a translated page must leave as it is. */
export function isCode(tag: string): boolean {
  return tag === 'code' || tag === 'pre' || tag === 'samp';
}

/** Text in which `*x*` is a variable, set in italics, as nodes. */
export function withVariables(document: Document, text: string): Node[] {
  return text
    .split(/\*([^*]+)\*/)
    .flatMap((piece, i): Node[] =>
      i % 2 === 1
        ? [elementWith(document, 'i', { class: 'variable', translate: 'no' }, piece)]
        : piece
          ? [document.createTextNode(piece)]
          : [],
    );
}
