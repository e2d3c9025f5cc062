import type { Plugin } from 'vite';

/** The parts of Plot that no figure of this site uses: legends, tips, pointers, dates, and schemes of colors. */
const unused =
  /@observablehq\/plot\/src\/(?:legends|marks\/tip|interactions\/pointer|time|scales\/(?:schemes|temporal|diverging))\.js/;

/** Functions of these parts that Plot calls for each drawing, and what they return where there is nothing to do. */
const answers: Readonly<Record<string, string>> = {
  createLegends: '[]',
  exposeLegends: 'undefined',
  isCategoricalScheme: 'false',
  isDivergingScheme: 'false',
};

/**
 * Imports of other modules of Plot from D3 for such parts: projections of maps, but not what draws curves; dates; curves
 * through few points, where a figure has many; heights between scattered points, where a figure knows them everywhere; and
 * scales and mixtures of colors.
 */
const imports: readonly { readonly file: RegExp; readonly unused: RegExp }[] = [
  { file: /@observablehq\/plot\/src\/projection\.js/, unused: /^geo(?!Path$|Stream$|Transform$)/ },
  { file: /@observablehq\/plot\/src\/marks\/axis\.js/, unused: /^utcFormat$/ },
  { file: /@observablehq\/plot\/src\/curve\.js/, unused: /^curve(?!Linear$)/ },
  { file: /@observablehq\/plot\/src\/marks\/raster\.js/, unused: /^(?:Delaunay|blurImage|randomLcg)$/ },
  { file: /@observablehq\/plot\/src\/transforms\/basic\.js/, unused: /^randomLcg$/ },
  {
    file: /@observablehq\/plot\/src\/scales\/quantitative\.js/,
    unused: /^(?:interpolate(?:Hcl|Hsl|Lab)|scale(?:Quantile|Symlog|Threshold))$/,
  },
];

/** Leaves out of the site the parts of Plot that its figures do not use: a third of what a reader would load. */
export function leanPlot(): Plugin {
  return {
    name: 'lean-plot',
    enforce: 'pre',
    transform: {
      filter: { id: [unused, ...imports.map(({ file }) => file)] },
      handler: (code, id) => (unused.test(id) ? withoutParts(code, id) : withoutImports(code, id)),
    },
  };
}

/**
 * A module with the same exports, of which the functions throw when they are used, except for those that say that there is
 * nothing.
 *
 * @throws Error if the module exports nothing in the way that is known
 */
export function withoutParts(code: string, id: string): string {
  const symbols = code.match(/^export const \w+ = Symbol\(.*\);$/gm) ?? [];
  const names = [...code.matchAll(/^export (?:function|class) (\w+)/gm)].map(([, name = '']) => name);
  if (names.length === 0 || (code.match(/^export /gm) ?? []).length > names.length + symbols.length)
    throw new Error(
      `${id} exports other things than functions: adapt src/site/build/lean-plot.ts to this version of Plot.`,
    );
  return [...symbols, ...names.map((name) => `export ${lacking(name)}`)].join('\n');
}

/**
 * A module that does not import what is not used.
 *
 * @throws Error if it imports nothing of it in the way that is known
 */
export function withoutImports(code: string, id: string): string {
  const of = imports.find(({ file }) => file.test(id));
  const [whole = '', list = ''] = /^import \{([^}]*)\} from "d3";/.exec(code) ?? [];
  const names = list.split(',').map((name) => name.trim());
  const [gone, stay] = [names.filter((name) => of?.unused.test(name)), names.filter((name) => !of?.unused.test(name))];
  if (gone.length === 0)
    throw new Error(`${id} imports other things from D3: adapt src/site/build/lean-plot.ts to this version of Plot.`);
  return [`import { ${stay.join(', ')} } from "d3";`, ...gone.map(lacking), code.slice(whole.length)].join('\n');
}

function lacking(name: string): string {
  const answer = answers[name];
  const body =
    answer === undefined
      ? `throw new Error("Plot’s ${name} is not part of this site: see src/site/build/lean-plot.ts");`
      : `return ${answer};`;
  return `function ${name}() { ${body} }`;
}
