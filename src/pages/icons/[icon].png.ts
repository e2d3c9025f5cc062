import type { APIRoute } from 'astro';
import sharp from 'sharp';
import { type IconName, iconSvg, icons } from '../../site/icon-svg.ts';

export function getStaticPaths() {
  return Object.keys(icons).map((icon) => ({ params: { icon } }));
}

/** An icon of the installed site. */
export const GET: APIRoute = async ({ params }) => {
  const png = await sharp(Buffer.from(iconSvg(params['icon'] as IconName)))
    .png({ palette: true })
    .toBuffer();
  return new Response(new Uint8Array(png), { headers: { 'Content-Type': 'image/png' } });
};
