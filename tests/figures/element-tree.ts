/** An element as plain data, the same whichever DOM has it: attributes by name, in alphabetical order. */
export interface ElementTree {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (ElementTree | string)[];
}

/**
 * Reads an element into plain data. It uses nothing from outside itself, so that a browser can be given it as it is:
 * `page.evaluate(elementTree, …)`; two drawings are the same if their trees are equal.
 */
export function elementTree(element: Element): ElementTree {
  const read = (node: Element): ElementTree => ({
    name: node.localName,
    attributes: Object.fromEntries(
      [...node.attributes]
        .map((attribute) => [attribute.name, attribute.value] as const)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
    children: [...node.childNodes].map((child) =>
      child.nodeType === 1 ? read(child as Element) : (child.textContent ?? ''),
    ),
  });
  return read(element);
}
