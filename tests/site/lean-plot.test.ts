import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { withoutParts } from '../../src/site/lean-plot.ts';

const plot = dirname(fileURLToPath(import.meta.resolve('@observablehq/plot')));
const read = (name: string) => readFileSync(`${plot}/${name}`, 'utf8');

describe('the parts of Plot that are left out', () => {
  it.each(['legends.js', 'marks/tip.js', 'interactions/pointer.js', 'scales/schemes.js'])(
    '%s keeps its exports, which are small',
    (name) => {
      const lean = withoutParts(read(name), name);
      const exportsOf = (code: string) =>
        [...code.matchAll(/^export (?:function|class) (\w+)/gm)].map(([, one]) => one);
      expect(exportsOf(lean)).toEqual(exportsOf(read(name)));
      expect(lean.length).toBeLessThan(read(name).length / 3);
    },
  );

  it('name themselves where one is used', async () => {
    const lean = withoutParts('export function tip() {}\nexport function isDivergingScheme() {}', 'x.js');
    const { tip, isDivergingScheme } = await import(`data:text/javascript,${encodeURIComponent(lean)}`);
    expect(isDivergingScheme()).toBe(false);
    expect(tip).toThrow('Plot’s tip is not part of this site');
  });

  it('fail the build in a version of Plot that exports in another way', () => {
    expect(() => withoutParts('export const tip = 1;', 'tip.js')).toThrow('adapt src/site/lean-plot.ts');
    expect(() => withoutParts('export default class Tip {}', 'tip.js')).toThrow('adapt src/site/lean-plot.ts');
  });
});
