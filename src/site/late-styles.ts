import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/**
 * An Astro integration that takes out of built pages the links to stylesheets that programs load: Vite loads the styles of a
 * program before it runs, and Astro links them from each page that may load it as well.
 */
export function lateStyles(): AstroIntegration {
  return {
    name: 'late-styles',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const folder = fileURLToPath(dir);
        const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
        const read = (name: string) => readFileSync(join(folder, name), 'utf8');
        const late = stylesOf(files.filter((name) => /^_astro[\\/].*\.js$/.test(name)).map(read));
        for (const name of files.filter((file) => file.endsWith('.html')))
          writeFileSync(join(folder, name), withoutLateStyles(read(name), late));
      },
    },
  };
}

/** The names of the stylesheets that programs load with other programs. */
export function stylesOf(programs: readonly string[]): Set<string> {
  return new Set(
    programs.flatMap((code) => [...code.matchAll(/"_astro\/([\w.-]+\.css)"/g)].map(([, name = '']) => name)),
  );
}

/** The same page without links to these stylesheets. */
export function withoutLateStyles(html: string, late: ReadonlySet<string>): string {
  return html.replace(/<link rel="stylesheet" href="[^"]*\/([^"/]+)">/g, (link, name: string) =>
    late.has(name) ? '' : link,
  );
}
