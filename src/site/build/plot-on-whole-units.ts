import type { Plugin } from 'vite';

/** The line of Plot that is replaced; the build fails if a new version of Plot does not have it. */
const offset = /export const offset = [^;]+;/;

/**
 * Makes Plot draw the same in the browser as at build time. Plot moves every mark by half a unit on screens with one
 * device pixel per CSS pixel, for drawings that are never scaled; the figures here are scaled, and would jump.
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
  if (!offset.test(code))
    throw new Error(
      '@observablehq/plot/src/style.js has no `export const offset = …;`: adapt src/site/build/plot-on-whole-units.ts to this version of Plot.',
    );
  return code.replace(offset, 'export const offset = 0;');
}
