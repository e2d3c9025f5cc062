import { setIfOther } from '../../core/patch-tree.ts';

/**
 * Makes the children of an element equal to newly drawn nodes, and changes only the differences: unchanged elements keep
 * their style and layout, which are the largest part of a frame's cost. What comes or goes between nodes of the same kinds
 * is put in or taken out there, and the others stay.
 */
export function patchChildren(parent: Element, fresh: readonly Node[]): void {
  const standing = [...parent.childNodes];
  const kept = Math.min(standing.length, fresh.length);
  const isAsLong = standing.length === fresh.length;
  const first = isAsLong ? kept : sameKinds(kept, (i) => [standing[i], fresh[i]]);
  const last = sameKinds(kept - first, (i) => [standing.at(-1 - i), fresh.at(-1 - i)]);
  const [oldEnd, freshEnd] = [standing.length - last, fresh.length - last];
  const end = standing[oldEnd] ?? null;
  fresh.forEach((node, i) => {
    const at = i < freshEnd ? i : i - freshEnd + oldEnd;
    const old = i < freshEnd && i >= oldEnd ? undefined : standing[at];
    if (old === undefined) parent.insertBefore(node, end);
    else patchNode(parent, old, node);
  });
  for (const spare of standing.slice(freshEnd, oldEnd)) parent.removeChild(spare);
}

/** The number of nodes from one end on that are of the same kind in both rows. */
function sameKinds(most: number, pair: (i: number) => readonly [Node | undefined, Node | undefined]): number {
  for (let i = 0; i < most; i++) {
    const [old, fresh] = pair(i);
    if (old && fresh && kindOf(old) !== kindOf(fresh)) return i;
  }
  return most;
}

/** The kind of a node in a drawing or a formula: its name, and what it is drawn as. */
function kindOf(node: Node): string {
  if (!isElement(node)) return node.nodeName;
  const litless = (node.getAttribute('class') ?? '').replace(/ ?\bis-lit\b/, '');
  return `${node.nodeName} ${litless} ${node.getAttribute('data-mark') ?? ''}`;
}

function patchNode(parent: Element, old: Node, node: Node): void {
  // The browser compares nodes faster than their attributes are compared below.
  if (old.isEqualNode(node)) return;
  if (isElement(old) && isElement(node) && old.tagName === node.tagName) patchElement(old, node);
  else if (old.nodeType !== node.nodeType || isElement(node)) parent.replaceChild(node, old);
  else if (old.nodeValue !== node.nodeValue) old.nodeValue = node.nodeValue;
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
