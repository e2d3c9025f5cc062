import { afterAll, describe, expect, it } from 'vitest';
import { explainError } from '../../../src/python/explain/explain-error.ts';
import { explainingEngines, runEach } from '../explaining-engines.ts';
import { mistakes, numpyMistakes } from './explain-error-cases.ts';

const engines = await explainingEngines();
afterAll(() => Promise.all(engines.map((engine) => engine.close())));

const named = engines.map((engine) => [engine.identity.label, engine] as const);
const cases = [...mistakes, ...numpyMistakes];

describe.each(named)('with %s, the page explains', async (_label, engine) => {
  const results = await runEach(
    engine,
    cases.map(({ earlier, code }) => [...(earlier === undefined ? [] : [earlier]), code]),
  );

  it.each(cases.map((mistake, i) => [mistake.name, mistake, results[i]] as const))('%s', (_name, mistake, result) => {
    if (result?.end.how !== 'raised') throw new Error(`It ended so: ${JSON.stringify(result?.end)}`);
    const { exception } = result.end;
    expect(exception.types).toContain(mistake.raises);
    expect(explainError(exception, mistake.code, mistake.earlier ?? ''), exception.summary).toMatch(mistake.says);
  });
});
