import type { Plugin } from 'vite';

/** The parts of Plot that no figure of this site uses: legends, tips, pointers, and schemes of colors. */
const unused = /@observablehq\/plot\/src\/(?:legends|marks\/tip|interactions\/pointer|scales\/schemes)\.js/;

/** Functions of these parts that Plot calls for each drawing, and what they return where there is nothing to do. */
const answers: Readonly<Record<string, string>> = {
  createLegends: '[]',
  exposeLegends: 'undefined',
  isCategoricalScheme: 'false',
  isDivergingScheme: 'false',
};

/** Leaves out of the site the parts of Plot that its figures do not use: a fifth of what a reader would load. */
export function leanPlot(): Plugin {
  return {
    name: 'lean-plot',
    enforce: 'pre',
    transform: { filter: { id: unused }, handler: (code, id) => withoutParts(code, id) },
  };
}

/**
 * A module with the same exports, which throw when they are used, except for those that say that there is nothing.
 *
 * @throws Error if the module exports nothing in the way that is known
 */
export function withoutParts(code: string, id: string): string {
  const names = [...code.matchAll(/^export (?:function|class) (\w+)/gm)].map(([, name = '']) => name);
  if (names.length === 0 || /^export (?!function|class)/m.test(code))
    throw new Error(`${id} exports other things than functions: adapt src/site/lean-plot.ts to this version of Plot.`);
  return names.map((name) => `export function ${name}() { ${bodyOf(name)} }`).join('\n');
}

function bodyOf(name: string): string {
  const answer = answers[name];
  if (answer !== undefined) return `return ${answer};`;
  return `throw new Error("Plot’s ${name} is not part of this site: see src/site/lean-plot.ts");`;
}
