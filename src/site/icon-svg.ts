import { surfaces } from './site-facts.ts';

/** The icons of the installed site: their sizes in pixels, and how much of each is margin around the sign. */
export const icons = {
  'icon-192': { size: 192, margin: 0.12, corner: 0.2 },
  'icon-512': { size: 512, margin: 0.12, corner: 0.2 },
  /** Systems may cut it to a circle: the sign is in the middle four fifths. */
  'icon-maskable-512': { size: 512, margin: 0.24, corner: 0 },
  /** iOS rounds the corners itself. */
  'apple-touch-icon': { size: 180, margin: 0.16, corner: 0 },
} as const;

export type IconName = keyof typeof icons;

/** An icon as SVG: the sign of the site, a curve and its tangent, on paper. */
export function iconSvg(name: IconName): string {
  const { size, margin, corner } = icons[name];
  const scale = (size * (1 - 2 * margin)) / 32;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}">
<rect width="${size}" height="${size}" rx="${size * corner}" fill="${surfaces.light}"/>
<g transform="translate(${size * margin} ${size * margin}) scale(${scale})" fill="none" stroke-width="3" stroke-linecap="round">
<path d="M3 5C7 33 21 33 27 4" stroke="#173a94"/><path d="M12.5 30 30 14" stroke="#b04400"/></g></svg>`;
}
