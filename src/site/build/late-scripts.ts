import type { AstroIntegration } from 'astro';
import { rewritePages } from './rewrite-pages.ts';

/** An Astro integration that leaves the programs of built pages to the script that brings them later (`program-script.ts`). */
export function lateScripts(): AstroIntegration {
  return {
    name: 'late-scripts',
    hooks: {
      'astro:build:done': ({ dir }) => rewritePages(dir, withLateScripts),
    },
  };
}

/** The same page, with the addresses of the programs that are files in an attribute of its body. */
export function withLateScripts(html: string): string {
  const programs: string[] = [];
  const rest = html.replace(/<script type="module" src="([^"]*)"><\/script>/g, (_, address: string) => {
    programs.push(address);
    return '';
  });
  return programs.length === 0 ? html : rest.replace('<body', `<body data-programs="${programs.join(' ')}"`);
}
