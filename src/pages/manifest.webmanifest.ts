import type { APIRoute } from 'astro';
import { href } from '../site/href.ts';
import { type IconName, icons } from '../site/icon-svg.ts';
import { siteName, siteSummary, surfaces } from '../site/site-facts.ts';

/** The manifest with which a browser installs the site as a program. */
export const GET: APIRoute = () => {
  const icon = (name: IconName, purpose: string) => {
    const { size } = icons[name];
    return { src: href(`/icons/${name}.png`), sizes: `${size}x${size}`, type: 'image/png', purpose };
  };
  const manifest = {
    id: href('/'),
    name: siteName,
    short_name: 'Calculus',
    description: siteSummary,
    lang: 'en',
    start_url: href('/'),
    scope: href('/'),
    display: 'standalone',
    background_color: surfaces.light,
    theme_color: surfaces.light,
    categories: ['education'],
    icons: [icon('icon-192', 'any'), icon('icon-512', 'any'), icon('icon-maskable-512', 'maskable')],
    shortcuts: [
      { name: 'Review', url: href('/review/') },
      { name: 'Playground', url: href('/playground/') },
      { name: 'Quick reference', url: href('/reference/quick-reference/') },
    ],
  };
  return new Response(JSON.stringify(manifest), { headers: { 'Content-Type': 'application/manifest+json' } });
};
