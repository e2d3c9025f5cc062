import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { build, type Rolldown } from 'vite';
import { describe, expect, it } from 'vitest';
import { explorables } from '../../src/explorables/explorables.ts';
import { readFormula } from '../../src/explorables/formula/formula.ts';
import { typedFunctions } from '../../src/explorables/formula/formula-hints.ts';
import { setEquation } from '../../src/explorables/kit/set-equation.ts';
import { droppedClasses } from '../../src/site/build/late-styles.ts';
import { leanKatex, withoutParts } from '../../src/site/build/lean-katex.ts';
import { cases } from '../depth.ts';
import { arbitraryState } from '../explorables/arbitrary-state.ts';
import { scratchFolder } from '../verify/scratch-folder.ts';

const entry = fileURLToPath(new URL('../../src/explorables/kit/set-equation.ts', import.meta.url));

/** The program that sets equations, as the site has it. */
async function bundled(plugins: readonly ReturnType<typeof leanKatex>[]): Promise<string> {
  const bundles = (await build({
    configFile: false,
    logLevel: 'error',
    plugins: [...plugins],
    build: { write: false, lib: { entry, formats: ['es'] } },
  })) as Rolldown.RolldownOutput[];
  const chunk = bundles.flatMap(({ output }) => output).find(({ type }) => type === 'chunk') as Rolldown.OutputChunk;
  return chunk.code;
}

describe('the parts of KaTeX that are left out', async () => {
  const code = await bundled([leanKatex()]);
  const file = join(scratchFolder(), 'set-equation.mjs');
  writeFileSync(file, code);
  const lean = (await import(file)) as { setEquation: typeof setEquation };
  const all = await Promise.all(Object.entries(explorables).map(async ([name, load]) => ({ name, ...(await load()) })));

  it('are a third of it', async () => {
    expect(code.length).toBeLessThan(0.7 * (await bundled([])).length);
  });

  it.each(all)('are in no equation of $name', ({ controls, initial, scene }) => {
    const states = fc.record({ state: arbitraryState(controls), part: fc.nat(4), asks: fc.boolean() });
    fc.assert(
      fc.property(states, ({ state, part, asks }) => {
        const { lastStep, prediction, view } = scene(state);
        const question = asks && prediction ? { guess: prediction.guess.initial } : undefined;
        const { equation } = view(Math.round((part / 4) * lastStep), question);
        expect(lean.setEquation(equation)).toBe(setEquation(equation));
        expect(droppedClasses(setEquation(equation))).toEqual([]);
      }),
      { numRuns: cases(20, 200), examples: [[{ state: initial.state, part: 0, asks: true }]] },
    );
  });

  it.each(typedFunctions)('are in no formula with %s', (name) => {
    // The derivative of the product has the function as well.
    const { derivativeTex } = readFormula(`-2 * x * ${name}(x / 3)**-2 + 3e-20 * 2**x * e**x * (pi - 1)`);
    expect(lean.setEquation(derivativeTex)).toBe(setEquation(derivativeTex));
    expect(droppedClasses(setEquation(derivativeTex))).toEqual([]);
  });

  it('fail where one is used', () => {
    expect(() => lean.setEquation('\\cancel{x}')).toThrow('Undefined control sequence');
  });

  it('fail the build in a version of KaTeX that is written in another way', () => {
    const read = (name: string) => readFileSync(new URL(`../src/${name}`, import.meta.resolve('katex')), 'utf8');
    expect(withoutParts(read('symbols.ts'), '/katex/src/symbols.ts').length).toBeLessThan(read('symbols.ts').length);
    expect(() => withoutParts('defineSymbols([]);', '/katex/src/symbols.ts')).toThrow(
      'adapt src/site/build/lean-katex.ts',
    );
    expect(withoutParts('unchanged', '/katex/src/Parser.ts')).toBe('unchanged');
  });
});
