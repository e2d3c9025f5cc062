/**
 * The HTML of an element as somebody perceives it, to be called in a page: without what is hidden, with the values of
 * its inputs, and with what is in shadow trees.
 */
export function perceivedInPage(root: Element): string {
  const copyOf = (node: Node): Node | undefined => {
    if (!(node instanceof Element)) return node.nodeType === Node.TEXT_NODE ? node.cloneNode() : undefined;
    // What has a box of its own may be inside of what has none.
    const { display, visibility } = getComputedStyle(node);
    const isShown = display === 'contents' || node.checkVisibility({ contentVisibilityAuto: true });
    if (!isShown) return undefined;
    const copy = node.cloneNode() as Element;
    if (node instanceof HTMLInputElement) {
      copy.setAttribute('value', node.value);
      copy.toggleAttribute('checked', node.checked);
    }
    const children = [...(node.shadowRoot ?? node).childNodes].filter(
      (child) => visibility === 'visible' || child instanceof Element,
    );
    copy.append(...children.flatMap((child) => copyOf(child) ?? []));
    return visibility === 'visible' ? copy : Object.assign(document.createElement('div'), {}).appendChild(copy);
  };
  const copy = copyOf(root);
  return copy instanceof Element ? copy.outerHTML : '';
}
