import type { Plugin } from 'vite';

/** Plot's own line of code; a Plot that has another one fails the build, so that this is looked at again. */
const offset = /export const offset = [^;]+;/;

/**
 * Lets Plot draw in the browser exactly what it draws at build time. By itself it moves every mark by half a unit where
 * a pixel of the screen is one of the page, for drawings that are never scaled; ours are scaled, and would jump.
 */
export function plotOnWholeUnits(): Plugin {
  return {
    name: 'plot-on-whole-units',
    enforce: 'pre',
    transform: {
      filter: { id: /@observablehq\/plot\/src\/style\.js/ },
      handler: (code) => withoutOffset(code),
    },
  };
}

/** @throws Error if the code has no offset. */
export function withoutOffset(code: string): string {
  if (!offset.test(code)) throw new Error('Observable Plot no longer says `export const offset = …;` in style.js');
  return code.replace(offset, 'export const offset = 0;');
}
