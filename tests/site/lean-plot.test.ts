import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { withoutImports, withoutParts } from '../../src/site/build/lean-plot.ts';

const plot = dirname(fileURLToPath(import.meta.resolve('@observablehq/plot')));
const read = (name: string) => readFileSync(`${plot}/${name}`, 'utf8');

describe('the parts of Plot that are left out', () => {
  it.each([
    'legends.js',
    'marks/tip.js',
    'interactions/pointer.js',
    'time.js',
    'scales/schemes.js',
    'scales/temporal.js',
    'scales/diverging.js',
  ])('%s keeps its exports, which need nothing', (name) => {
    const lean = withoutParts(read(name), name);
    const exportsOf = (code: string) =>
      [...code.matchAll(/^export (?:function|class|const) (\w+)/gm)].map(([, one]) => one).toSorted();
    expect(exportsOf(lean)).toEqual(exportsOf(read(name)));
    expect(lean).not.toMatch(/^(?:import|export .* from) /m);
  });

  it('name themselves where one is used', async () => {
    const lean = withoutParts('export function tip() {}\nexport function isDivergingScheme() {}', 'x.js');
    const { tip, isDivergingScheme } = await import(`data:text/javascript,${encodeURIComponent(lean)}`);
    expect(isDivergingScheme()).toBe(false);
    expect(tip).toThrow('Plot’s tip is not part of this site');
  });

  it('are the projections of maps, but not what draws curves, and dates', () => {
    const maps = withoutImports(read('projection.js'), '@observablehq/plot/src/projection.js');
    expect(maps).toMatch(/^import \{ geoPath, geoStream, geoTransform \} from "d3";\nfunction geoAlbers\(\) \{ throw/);
    expect(maps).toContain('export function xyProjection');
    const axis = withoutImports(read('marks/axis.js'), '@observablehq/plot/src/marks/axis.js');
    expect(axis).toMatch(/^import \{ InternSet, extent, format \} from "d3";\nfunction utcFormat\(\) \{ throw/);
  });

  it.each([
    ['curve.js', 'curveLinear', 'curveBasis'],
    ['marks/raster.js', 'rgb', 'Delaunay'],
    ['transforms/basic.js', '', 'randomLcg'],
    ['scales/quantitative.js', 'scaleLinear', 'interpolateLab'],
  ])('are in %s what figures have no use for, and no more', (name, stays, gone) => {
    const lean = withoutImports(read(name), `@observablehq/plot/src/${name}`);
    const [, list = ''] = /^import \{([^}]*)\} from "d3";/.exec(lean) ?? [];
    expect(list).toContain(stays);
    expect(list).not.toContain(gone);
    expect(lean).toContain(`function ${gone}() { throw new Error`);
  });

  it('fail the build in a version of Plot that exports in another way', () => {
    expect(() => withoutParts('export const tip = 1;', 'tip.js')).toThrow('adapt src/site/build/lean-plot.ts');
    expect(() => withoutParts('export default class Tip {}', 'tip.js')).toThrow('adapt src/site/build/lean-plot.ts');
    const axis = '@observablehq/plot/src/marks/axis.js';
    expect(() => withoutImports('import * as d3 from "d3";', axis)).toThrow('adapt src/site/build/lean-plot.ts');
  });
});
