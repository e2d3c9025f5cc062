import type { APIRoute } from 'astro';
import { href } from '../site/href.ts';

/** Every page may be read by search engines. They ask for this file at the root of a host only. */
export const GET: APIRoute = ({ site }) =>
  new Response(`User-agent: *\nAllow: /\n\nSitemap: ${new URL(href('/sitemap.xml'), site)}\n`, {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
