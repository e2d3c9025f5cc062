/** Attributes by name; null is left out. */
export type Attributes = Readonly<Record<string, string | number | null>>;

/** An SVG element of `document` with attributes and children; a string child becomes a text node. */
export function svgElement(
  document: Document,
  name: string,
  attributes: Attributes,
  children: readonly (Element | string)[] = [],
): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name) as SVGElement;
  for (const [key, value] of Object.entries(attributes)) if (value !== null) element.setAttribute(key, String(value));
  for (const child of children) element.append(typeof child === 'string' ? document.createTextNode(child) : child);
  return element;
}

/** A text at a place in the drawing, its line through that height in the middle unless `y` says otherwise. */
export function svgText(
  document: Document,
  [x, y]: readonly [number, number],
  text: string,
  attributes: Attributes,
): SVGElement {
  return svgElement(document, 'text', { transform: `translate(${x},${y})`, y: '0.35em', ...attributes }, [text]);
}
