import { createHash } from 'node:crypto';
import type { AstroIntegration } from 'astro';
import { rewritePages } from './rewrite-pages.ts';

/**
 * An Astro integration that takes out of the policies of built pages the digests of programs and styles that are not within
 * the page: Astro lists those of its files as well, which `'self'` permits already, and digests are what compresses least.
 */
export function leanPolicy(): AstroIntegration {
  return {
    name: 'lean-policy',
    hooks: {
      'astro:build:done': ({ dir }) => rewritePages(dir, withLeanPolicy),
    },
  };
}

/** The same page, whose policy has the digests of what is within the page, and no others. */
export function withLeanPolicy(html: string): string {
  const within = new Set(
    [...html.matchAll(/<(script|style)\b[^>]*>(.*?)<\/\1>/gs)]
      .map(([, , text = '']) => text)
      // Programs that stand in files of their own.
      .filter((text) => text !== '')
      .map(digestOf),
  );
  return html.replace(/<meta http-equiv="content-security-policy"[^>]*>/, (policy) =>
    policy.replace(/ '(sha256-[^']*)'/g, (source, digest: string) => (within.has(digest) ? source : '')),
  );
}

function digestOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
