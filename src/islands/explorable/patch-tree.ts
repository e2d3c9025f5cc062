import type { ElementContent, Element as Tree } from 'hast';
import { setIfOther } from './patch-children.ts';

/**
 * Makes the children of an element equal to a tree, and changes only the differences. Attributes that are not in the tree
 * stay, such as the page's own highlight of a term.
 */
export function patchTree(parent: Element, fresh: readonly ElementContent[]): void {
  const standing = [...parent.childNodes];
  fresh.forEach((node, i) => {
    const old = standing[i];
    if (old === undefined) parent.append(createNode(node, parent.ownerDocument));
    else if (!patchNode(old, node)) parent.replaceChild(createNode(node, parent.ownerDocument), old);
  });
  for (const spare of standing.slice(fresh.length)) parent.removeChild(spare);
}

/** Makes a node equal to a tree if both are of the same kind; returns whether they are. */
function patchNode(old: ChildNode, fresh: ElementContent): boolean {
  if (fresh.type === 'text' && old.nodeType === old.TEXT_NODE) {
    if (old.nodeValue !== fresh.value) old.nodeValue = fresh.value;
    return true;
  }
  if (fresh.type !== 'element' || !isElement(old) || old.localName !== fresh.tagName) return false;
  patchElement(old, fresh);
  return true;
}

function patchElement(element: Element, { properties, children }: Tree): void {
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) element.removeAttribute(name);
    else setIfOther(element, name, value === true ? '' : String(value));
  }
  patchTree(element, children);
}

function createNode(node: ElementContent, document: Document): Node {
  if (node.type === 'text') return document.createTextNode(node.value);
  if (node.type !== 'element') throw new TypeError(`a ${node.type} node is for the build only`);
  const element = document.createElement(node.tagName);
  patchElement(element, node);
  return element;
}

function isElement(node: Node): node is Element {
  return node.nodeType === node.ELEMENT_NODE;
}
