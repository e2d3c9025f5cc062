type Child = Node | string;

/**
 * An element with its properties and children: `makeElement('button', { type: 'button' }, 'Run')`. It is created by the
 * browser's document, which only the islands use.
 */
export function makeElement<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = Object.assign(document.createElement(tag), properties);
  // Translators must not change code and its output.
  if (tag === 'code' || tag === 'pre' || tag === 'samp') element.translate = false;
  element.append(...children);
  return element;
}

/** The nodes of a sentence in which backticks mark code. */
export function sentenceNodes(sentence: string): Child[] {
  return sentence
    .split('`')
    .map((part, i) => (i % 2 === 0 ? part : makeElement('code', {}, part)))
    .filter((part) => part !== '');
}
