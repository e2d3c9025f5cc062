import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import postcss, { type AtRule, type Rule } from 'postcss';
import { describe, expect, it } from 'vitest';

const styles = fileURLToPath(new URL('../../src/styles', import.meta.url));
const layers = ['tokens', 'base', 'layout', 'components', 'print'];

/**
 * The first part of a selector names what its file is about. That is the name of the file or of its folder, or one of these:
 * an element, or a class, which also stands for the classes that begin with it and a dash.
 */
const roots: Readonly<Record<string, readonly string[]>> = {
  'base.css': ['visually-hidden'],
  'layout/tools.css': ['site'],
  'layout/page.css': ['skip-link', 'site', 'plain-page'],
  'components/formula.css': ['katex'],
  'figures/render/figure.css': ['figure-plot', 'recorded-figure'],
  'cell/*': ['python-cell'],
  'components/explorable/slider.css': ['live-descent'],
  // What waits says the page as a whole.
  'components/prose/later.css': ['html'],
  'components/exercise.css': ['checked-exercise'],
  'components/exercise-feedback.css': ['exercise'],
  'components/question/question.css': ['calculus-question'],
  'components/question/choices.css': ['choice', 'choices'],
  'components/question/alive.css': ['choice', 'choices', 'question'],
  'components/review.css': ['card', 'deck'],
  'components/project-sheet.css': ['project'],
};

const files = readdirSync(styles, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.css'))
  .map((name) => join(styles, name));
const drawing = join(styles, '../figures/render/figure.css');

function rootsOf(file: string): readonly string[] {
  const path = relative(dirname(styles), file).replace(/^styles\//, '');
  const [name = '', folder = ''] = path
    .replace(/\.css$/, '')
    .split('/')
    .reverse();
  return [...(roots[path] ?? []), ...(roots[`${folder}/*`] ?? []), name, folder];
}

/** Whether a selector begins with a root: `.cell-bar p`, `:where(.cell) p`, `:is(.cell, .cell-bar):hover`. */
function isScoped(selector: string, names: readonly string[]): boolean {
  const list = /^:(?:is|where)\((?<inner>[^()]*(?:\([^()]*\)[^()]*)*)\)/.exec(selector)?.groups?.['inner'];
  if (list !== undefined) return postcss.list.comma(list).every((inner) => isScoped(inner, names));
  const [, dot, first = ''] = /^(\.?)([\w-]+)/.exec(selector) ?? [];
  return names.some((name) => first === name || (dot === '.' && first.startsWith(`${name}-`)));
}

/** The unscoped selectors of a stylesheet, each with its line. */
function unscoped(css: string, names: readonly string[]): string[] {
  const found: string[] = [];
  postcss.parse(css).walkRules((rule) => {
    for (const selector of rule.selectors)
      if (!isKeyframe(rule) && !isScoped(selector, names)) found.push(`${rule.source?.start?.line}: ${selector}`);
  });
  return found;
}

function isKeyframe({ parent }: Rule): boolean {
  return parent?.type === 'atrule' && (parent as AtRule).name.endsWith('keyframes');
}

/** The stylesheets of components that pages and programs import themselves. */
function importedByModules(): string[] {
  const source = dirname(styles);
  const modules = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(?:ts|astro)$/.test(name),
  );
  const found = modules.flatMap((name) =>
    [...readFileSync(join(source, name), 'utf8').matchAll(/^import '(\.[^']+\/components\/[^']+\.css)';$/gm)].map(
      ([, path = '']) => join(source, dirname(name), path),
    ),
  );
  return [...new Set(found)];
}

/** Whether all rules of a stylesheet are in a layer, after the order of the layers: it may be the first that is loaded. */
function namesItsLayer(css: string): boolean {
  const [order, ...rules] = postcss.parse(css).nodes.filter(({ type }) => type !== 'comment');
  const isLayer = rules.map((node) => node.type === 'atrule' && node.name === 'layer' && node.params === 'components');
  return /^@import "(?:\.\.\/)+layers\.css"$/.test(`${order}`) && isLayer.length > 0 && isLayer.every(Boolean);
}

/** The elements and pages that `base.css` and `print.css` are about have no root: these have classes of their own only. */
const scopedFiles = [...files.filter((file) => /\/(?:layout|components)\//.test(file)), drawing];

describe('the styles', () => {
  it('begin every selector of a component with the name of what its file is about', () => {
    const wrong = scopedFiles.flatMap((file) =>
      unscoped(readFileSync(file, 'utf8'), rootsOf(file)).map((what) => `${relative(styles, file)}:${what}`),
    );
    expect(scopedFiles.length).toBeGreaterThan(40);
    expect(wrong).toEqual([]);
  });

  it('recognize a selector that could match outside of its component', () => {
    const css = '.cell-bar p, .bar { top: 0 } @media print { p, :where(.cell) p, :is(.cell, .other) p { top: 0 } }';
    expect(unscoped(css, ['cell'])).toEqual(['1: .bar', '1: p', '1: :is(.cell, .other) p']);
    expect(unscoped('.cellar { top: 0 }', ['cell'])).toHaveLength(1);
    expect(unscoped('cell-like { top: 0 }', ['cell'])).toHaveLength(1);
  });

  it('have no class in base.css but the one that hides text from the eye', () => {
    const classes: string[] = [];
    postcss.parse(readFileSync(join(styles, 'base.css'), 'utf8')).walkRules(({ selector }) => {
      classes.push(...(selector.match(/\.[\w-]+/g) ?? []));
    });
    expect(classes).toEqual(['.visually-hidden']);
  });

  it('are each imported in a layer, by all pages or by what needs them, and the layers have an order', () => {
    const imported: string[] = [];
    const site = postcss.parse(readFileSync(join(styles, 'site.css'), 'utf8'));
    const used: string[] = [];
    site.walkAtRules('import', ({ params }) => {
      const [, path = '', layer = ''] = /^"([^"]+)" layer\((\w+)\)$/.exec(params) ?? [];
      expect(existsSync(join(styles, path)), params).toBe(true);
      imported.push(join(styles, path));
      used.push(layer);
    });
    const expected = [...files.filter((file) => !/\/(?:site|layers)\.css$/.test(file)), drawing];
    const own = importedByModules();
    expect([...imported, ...own].sort()).toEqual(expected.sort());
    for (const file of own) expect(namesItsLayer(readFileSync(file, 'utf8')), file).toBe(true);
    expect([...new Set(used)]).toEqual(layers);
    expect(readFileSync(join(styles, 'layers.css'), 'utf8')).toContain(`@layer ${layers.join(', ')};`);
  });

  it('are in files of fewer than 200 lines', () => {
    const long = files.filter((file) => !/\/(?:tokens|print)\.css$/.test(file));
    const wrong = long.filter((file) => readFileSync(file, 'utf8').split('\n').length > 200);
    expect(wrong).toEqual([]);
  });
});
