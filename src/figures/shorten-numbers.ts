const attributes = ['d', 'transform', 'points', 'x', 'y', 'x1', 'x2', 'y1', 'y2', 'cx', 'cy', 'r', 'width', 'height'];

/** Rounds every decimal number in the element's coordinates to a hundredth of a unit, which nobody can see. */
export function shortenNumbers(element: Element): void {
  for (const name of attributes) {
    const value = element.getAttribute(name);
    if (value?.includes('.') === true) element.setAttribute(name, value.replace(/-?\d*\.\d+(e-?\d+)?/g, shorten));
  }
}

function shorten(number: string): string {
  const rounded = Math.round(Number(number) * 100) / 100;
  return String(rounded === 0 ? 0 : rounded);
}
