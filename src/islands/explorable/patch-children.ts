/**
 * Makes the children of an element equal to newly drawn nodes, and changes only the differences: unchanged elements keep
 * their style and layout, which are the largest part of a frame's cost.
 */
export function patchChildren(parent: Element, fresh: readonly Node[]): void {
  const standing = [...parent.childNodes];
  fresh.forEach((node, i) => {
    const old = standing[i];
    if (old === undefined) parent.append(node);
    else if (isElement(old) && isElement(node) && old.tagName === node.tagName) patchElement(old, node);
    else if (old.nodeType !== node.nodeType || isElement(node)) parent.replaceChild(node, old);
    else if (old.nodeValue !== node.nodeValue) old.nodeValue = node.nodeValue;
  });
  for (const spare of standing.slice(fresh.length)) parent.removeChild(spare);
}

/** Makes an element equal to a newly drawn one of the same name. */
export function patchElement(old: Element, fresh: Element): void {
  patchAttributes(old, fresh);
  patchChildren(old, [...fresh.childNodes]);
}

function isElement(node: Node): node is Element {
  return node.nodeType === node.ELEMENT_NODE;
}

function patchAttributes(old: Element, fresh: Element): void {
  const names = fresh.getAttributeNames();
  for (const name of names) setIfOther(old, name, fresh.getAttribute(name) ?? '');
  if (old.attributes.length === names.length) return;
  for (const name of old.getAttributeNames()) {
    if (!fresh.hasAttribute(name)) old.removeAttribute(name);
  }
}

/** Sets an attribute if its value differs, since setting the same value causes work as well. */
export function setIfOther(element: Element, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}
