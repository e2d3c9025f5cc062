import { afterAll, describe, expect, it } from 'vitest';
import { type BlockResult, defaultLimits, type Engine } from '../../src/python/engine.ts';
import { explainError } from '../../src/python/explain-error.ts';
import { findPythons } from '../../src/python/find-pythons.ts';
import { startNativeHost } from '../../src/python/native-host.ts';
import { type MistakeCase, mistakes, numpyMistakes } from './explain-error-cases.ts';

const pythons = (await findPythons({ env: process.env, root: '.' })).filter(({ numpy }) => numpy !== null);
if (pythons.length === 0) throw new Error('No Python with NumPy was found. `npm test` sets one up.');
const engines: Engine[] = pythons.map((python) => startNativeHost(python, ['numpy']));
afterAll(() => Promise.all(engines.map((engine) => engine.close())));

/** Runs each mistake for real, each in a session of its own. */
async function runAll(engine: Engine, cases: readonly MistakeCase[]): Promise<(BlockResult | undefined)[]> {
  const sessions = cases.map(({ earlier, code }) => ({
    blocks: [...(earlier === undefined ? [] : [earlier]), code].map((text) => ({ code: `${text}\n`, values: [] })),
  }));
  const results = await engine.run(sessions, defaultLimits);
  return results.map((blocks) => blocks.at(-1));
}

describe.each(engines.map((engine) => [engine.identity.label, engine] as const))(
  'with %s, the page explains',
  async (_label, engine) => {
    const cases = [...mistakes, ...numpyMistakes];
    const results = await runAll(engine, cases);

    it.each(cases.map((mistake, i) => [mistake.name, mistake, results[i]] as const))('%s', (_name, mistake, result) => {
      if (result?.end.how !== 'raised') throw new Error(`It ended so: ${JSON.stringify(result?.end)}`);
      const { exception } = result.end;
      expect(exception.types).toContain(mistake.raises);
      expect(explainError(exception, mistake.code, mistake.earlier ?? ''), exception.summary).toMatch(mistake.says);
    });
  },
);
