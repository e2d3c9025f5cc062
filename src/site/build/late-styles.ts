import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { unusedClasses } from './katex-styles.ts';

/**
 * An Astro integration that takes out of built pages the links to stylesheets that programs load: Vite loads the styles of a
 * program before it runs, and Astro links them from each page that may load it as well.
 *
 * @throws Error from the build if a page has a class whose rules it does not load
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
        const sheets = files.filter((name) => /^_astro[\\/].*\.css$/.test(name));
        const classes = new Map(sheets.map((name) => [basename(name), classesOf(read(name))]));
        const problems: string[] = [];
        for (const name of files.filter((file) => file.endsWith('.html'))) {
          const html = withoutLateStyles(read(name), late);
          writeFileSync(join(folder, name), html);
          for (const missing of unstyledClasses(html, classes))
            problems.push(`${name} has the class ${missing} Import it in the page or component that has the class.`);
          for (const missing of droppedClasses(html))
            problems.push(
              `${name} has a formula with the class ${missing}. Take the class out of \`unusedClasses\` in src/site/build/katex-styles.ts, so that its rules are sent.`,
            );
        }
        if (problems.length > 0) throw new Error(problems.join('\n'));
      },
    },
  };
}

/** The classes in the selectors of a stylesheet. */
export function classesOf(css: string): Set<string> {
  return new Set([...css.matchAll(/\.(-?[A-Za-z_][\w-]*)(?=[^{}]*\{)/g)].map(([, name = '']) => name));
}

/**
 * The classes of a page that have rules in no stylesheet that it links, but in others, each with the names of those.
 *
 * @param classes those of each stylesheet, by its name
 */
export function unstyledClasses(html: string, classes: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const linked = [...html.matchAll(link)].map(([, name = '']) => name);
  return [...classesIn(html)].flatMap((name) => {
    const styling = [...classes].filter(([, names]) => names.has(name)).map(([sheet]) => sheet);
    if (styling.length === 0 || styling.some((sheet) => linked.includes(sheet))) return [];
    return [`${name}, whose rules are in ${styling.join(' and ')}, which it does not link.`];
  });
}

/** The classes of a page whose rules are left out of the stylesheet of KaTeX. */
export function droppedClasses(html: string): string[] {
  return [...classesIn(html).intersection(unusedClasses)];
}

function classesIn(html: string): Set<string> {
  return new Set([...html.matchAll(/ class="([^"]*)"/g)].flatMap(([, names = '']) => names.split(' ')));
}

const link = /<link rel="stylesheet" href="[^"]*\/([^"/]+)">/g;

/** The names of the stylesheets that programs load with other programs. */
export function stylesOf(programs: readonly string[]): Set<string> {
  return new Set(
    programs.flatMap((code) => [...code.matchAll(/"_astro\/([\w.-]+\.css)"/g)].map(([, name = '']) => name)),
  );
}

/** The same page without links to these stylesheets. */
export function withoutLateStyles(html: string, late: ReadonlySet<string>): string {
  return html.replace(link, (whole, name: string) => (late.has(name) ? '' : whole));
}
