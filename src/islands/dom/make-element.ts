type Child = Node | string;

/**
 * An element with its properties and children: `makeElement('button', { type: 'button' }, 'Run')`. Below the islands
 * nothing touches a live document, so the document is the one of the browser.
 */
export function makeElement<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = Object.assign(document.createElement(tag), properties);
  // A translated page leaves code, and what it prints, as it is.
  if (tag === 'code' || tag === 'pre' || tag === 'samp') element.translate = false;
  element.append(...children);
  return element;
}

/** A sentence in which what stands between backticks is code. */
export function sentenceNodes(sentence: string): Child[] {
  return sentence
    .split('`')
    .map((part, i) => (i % 2 === 0 ? part : makeElement('code', {}, part)))
    .filter((part) => part !== '');
}
