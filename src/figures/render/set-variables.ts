/** Sets text between asterisks in an element's own text, `*x*`, as a variable: in italics, without the asterisks. */
export function setVariables(element: Element, document: Document): void {
  for (const node of [...element.childNodes]) {
    const text = node.nodeType === node.TEXT_NODE ? (node.textContent ?? '') : '';
    if (text.includes('*')) node.replaceWith(...pieces(text, document));
  }
}

function pieces(text: string, document: Document): Node[] {
  return text
    .split(/(\*[^*]+\*)/)
    .filter((piece) => piece !== '')
    .map((piece) => (piece.startsWith('*') ? variable(piece.slice(1, -1), document) : document.createTextNode(piece)));
}

function variable(name: string, document: Document): Element {
  const element = document.createElementNS('http://www.w3.org/2000/svg', 'tspan');
  element.setAttribute('class', 'variable');
  element.textContent = name;
  return element;
}
