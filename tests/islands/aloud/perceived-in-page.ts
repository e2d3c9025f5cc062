/**
 * The HTML of an element without what is not read, to be called in a page: with the values of its inputs, and with its
 * shadow trees in place of their hosts' children.
 */
export function perceivedInPage(root: Element): string {
  const unread = '[aria-hidden=true], annotation, template, script, style';
  const copiesOf = (node: Node): Node[] => {
    if (!(node instanceof Element)) return node.nodeType === Node.TEXT_NODE ? [node.cloneNode()] : [];
    const { display, visibility } = getComputedStyle(node);
    if (node.matches(unread) || (display !== 'contents' && !node.checkVisibility())) return [];
    const isVisible = visibility === 'visible';
    const inside = [...(node.shadowRoot ?? node).childNodes].filter((child) => isVisible || child instanceof Element);
    const copies = inside.flatMap(copiesOf);
    if (!isVisible) return copies;
    const copy = node.cloneNode() as Element;
    if (node instanceof HTMLInputElement) {
      copy.setAttribute('value', node.value);
      copy.toggleAttribute('checked', node.checked);
    }
    copy.append(...copies);
    return [copy];
  };
  const box = document.createElement('div');
  box.append(...copiesOf(root));
  return box.innerHTML;
}
