import type { AstroIntegration } from 'astro';
import { rewritePages } from './rewrite-pages.ts';

/**
 * An Astro integration that gives the programs of built pages a low priority: pages are complete without them, and they
 * would compete with the stylesheet and the font of the first paint.
 */
export function lateScripts(): AstroIntegration {
  return {
    name: 'late-scripts',
    hooks: {
      'astro:build:done': ({ dir }) => rewritePages(dir, withLateScripts),
    },
  };
}

/** The same page, with a low priority for each program that is a file. */
export function withLateScripts(html: string): string {
  return html.replaceAll('<script type="module" src=', '<script type="module" fetchpriority="low" src=');
}
