import type { ElementContent, Element as Tree } from 'hast';

/**
 * Makes the children of an element equal to a tree, and changes only the differences. Attributes that the tree does not
 * name stay, such as the page's own highlight of a term. Children come or go where their kinds first differ, and those
 * after that place stay.
 */
export function patchTree(parent: Element, fresh: readonly ElementContent[]): void {
  const standing = [...parent.childNodes];
  const more = fresh.length - standing.length;
  const from = more === 0 ? 0 : firstOther(standing, fresh);
  for (const spare of standing.slice(from, from - Math.min(more, 0))) parent.removeChild(spare);
  fresh.forEach((node, i) => {
    const old = standing[i < from ? i : i - more];
    if (i >= from && i < from + more) parent.insertBefore(createNode(node, parent), standing[from] ?? null);
    else if (old && !patchNode(old, node)) parent.replaceChild(createNode(node, parent), old);
  });
}

/** Where the children first differ in kind: all that are more on one side are there. */
function firstOther(standing: readonly ChildNode[], fresh: readonly ElementContent[]): number {
  const least = Math.min(standing.length, fresh.length);
  for (let i = 0; i < least; i++) {
    const [old, node] = [standing[i], fresh[i]];
    if (old && node && !areOfOneKind(old, node)) return i;
  }
  return least;
}

/** The groups of a drawing are of many kinds. */
function areOfOneKind(old: ChildNode, node: ElementContent): boolean {
  if (node.type !== 'element' || !isElement(old)) return node.type === 'text' && old.nodeType === old.TEXT_NODE;
  return old.localName === node.tagName && old.getAttribute('data-mark') === (node.properties['data-mark'] ?? null);
}

/** Makes a node equal to a tree if both are of one kind; returns whether they are. */
function patchNode(old: ChildNode, fresh: ElementContent): boolean {
  if (!areOfOneKind(old, fresh)) return false;
  if (fresh.type === 'element') patchElement(old as Element, fresh);
  else if (fresh.type === 'text' && old.nodeValue !== fresh.value) old.nodeValue = fresh.value;
  return true;
}

/** Makes an element equal to a tree of its name, as {@link patchTree} does with its children. */
export function patchElement(element: Element, { properties, children }: Tree): void {
  for (const name in properties) {
    const value = properties[name];
    if (value === undefined || value === null || value === false) element.removeAttribute(name);
    else setIfOther(element, name, value === true ? '' : String(value));
  }
  patchTree(element, children);
}

/** Creates a node for a parent, whose language, HTML or SVG, is its own. */
export function createNode(
  node: ElementContent,
  { ownerDocument, namespaceURI }: Pick<Element, 'ownerDocument' | 'namespaceURI'>,
): Node {
  if (node.type === 'text') return ownerDocument.createTextNode(node.value);
  if (node.type !== 'element') throw new TypeError(`a ${node.type} node is for the build only`);
  const element = ownerDocument.createElementNS(namespaceURI, node.tagName);
  patchElement(element, node);
  return element;
}

function isElement(node: Node): node is Element {
  return node.nodeType === node.ELEMENT_NODE;
}

/** Sets an attribute if its value differs, since setting the same value causes work as well. */
export function setIfOther(element: Element, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}
