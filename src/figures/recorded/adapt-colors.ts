/**
 * Adapts the colors that a program has set to a light and a dark page.
 *
 * - Black, white and the grays between are ink on paper: they are mixed from the page's two, and so turn round with it.
 * - Any other color stays unchanged on a light page. Where it would not stand out from the dark one (WCAG's contrast of
 *   3 for lines and shapes), it is there a lighter one of the same hue.
 * - Colors that stand for numbers (within a mark whose label begins with `mapped`) stay as they are everywhere. The
 *   stylesheet gives those points and arrows a thin edge on a dark page. Contour lines, whose height is shown by where they
 *   lie as well, are treated as any other line.
 * - In a panel with a ground of its own (`data-ground`: an image or filled contours), marks on that ground keep their
 *   color, and what would be ink or paper is black or white, since the ground does not turn round with the page.
 */
export function adaptColors(root: Element): void {
  for (const element of [...root.querySelectorAll('[fill], [stroke]')]) {
    if (element.closest('[data-mark^="mapped"]')) continue;
    const change = element.closest(onGround) ? keep : adapt;
    for (const attribute of ['fill', 'stroke']) change(element, attribute);
  }
}

const onGround = ['[clip-path]', '[data-mark="text"]', '[data-mark^="annotation"]', '[data-mark="text box"]']
  .map((mark) => `[data-ground] ${mark}`)
  .join(', ');

function keep(element: Element, attribute: string): void {
  const value = element.getAttribute(attribute);
  if (value === 'var(--color-ink)') element.setAttribute(attribute, '#000');
  if (value === 'var(--color-surface)') element.setAttribute(attribute, '#fff');
}

/** The dark page's ground: `--color-surface` in `tokens.css`. */
const darkGround = 0x15171b;
const needed = 3;

function adapt(element: Element, attribute: string): void {
  const value = element.getAttribute(attribute);
  if (!value?.startsWith('#')) return;
  const { rgb, alpha } = parse(value);
  if (isGrey(rgb)) element.setAttribute(attribute, inkOf(rgb[0], alpha));
  else if (contrast(rgb, channels(darkGround)) < needed) {
    const before = element.getAttribute('style');
    const pair = `${attribute}:light-dark(${value},${hex(lighter(rgb))}${alpha})`;
    element.setAttribute('style', before === null ? pair : `${before};${pair}`);
  }
}

type Rgb = readonly [number, number, number];

function channels(value: number): Rgb {
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

function parse(value: string): { rgb: Rgb; alpha: string } {
  return { rgb: channels(Number.parseInt(value.slice(1, 7), 16)), alpha: value.slice(7) };
}

function hex(rgb: Rgb): string {
  return `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
}

function isGrey(rgb: Rgb): boolean {
  return Math.max(...rgb) - Math.min(...rgb) <= 6;
}

/** The share of ink in a gray, from 100 (black) to 0 (white). */
function inkOf(level: number, alpha: string): string {
  const ink = Math.round((1 - level / 255) * 100);
  const solid = alpha === '' ? 100 : Math.round((Number.parseInt(alpha, 16) / 255) * 100);
  if (solid === 100 && ink === 100) return 'var(--color-ink)';
  if (solid === 100 && ink === 0) return 'var(--color-surface)';
  const mixed = `color-mix(in srgb,var(--color-ink) ${ink}%,var(--color-surface))`;
  return solid === 100 ? mixed : `color-mix(in srgb,${mixed} ${solid}%,transparent)`;
}

/** The same hue, lightened until its contrast is sufficient. */
function lighter(rgb: Rgb): Rgb {
  const mixed = (part: number): Rgb =>
    [0, 1, 2].map((i) => (rgb[i] ?? 0) + (255 - (rgb[i] ?? 0)) * part) as [number, number, number];
  const part = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6].find(
    (white) => contrast(mixed(white), channels(darkGround)) >= needed + 0.5,
  );
  return mixed(part ?? 0.7);
}

/** Contrast ratio as WCAG 2.2 defines it. */
function contrast(one: Rgb, other: Rgb): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

function luminance(rgb: Rgb): number {
  const [r = 0, g = 0, b = 0] = rgb.map((part) => {
    const value = part / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
