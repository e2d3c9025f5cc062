import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { machinePythons } from '../machine-pythons.ts';

const [python] = machinePythons;
if (!python) throw new Error('No Python was found. `npm test` sets one up.');
const packages = fileURLToPath(new URL('../../../src/python/packages', import.meta.url));

function printed(code: string): unknown {
  const program = `import json, sys\nsys.path.insert(0, ${JSON.stringify(packages)})\nimport numpy as np\n${code}`;
  return JSON.parse(execFileSync(python?.executable ?? '', ['-I', '-B', '-c', program], { encoding: 'utf8' }));
}

it('seeds the random numbers at their first use and not at the import, which a memory snapshot would repeat', () => {
  expect(printed('print(json.dumps(list(vars(np.random._hidden))))')).toEqual([]);
});

it('draws other numbers in every interpreter, and in every cell that asks for it', () => {
  const code = `
drawn = [np.random.random()]
np.random._reseed()
drawn += [np.random.random(), np.random.RandomState().random(), np.random.default_rng().random()]
print(json.dumps(drawn))
`;
  const numbers = [printed(code), printed(code)].flat();
  expect(new Set(numbers).size).toBe(8);
});

it('forgets a seed, and the kept half of a pair of normal numbers, when it is seeded again', () => {
  const [first, again] = printed(`
np.random.seed(7)
first = [np.random.normal() for _ in range(3)]
np.random.seed(7)
print(json.dumps([first, [np.random.normal() for _ in range(3)]]))
`) as [number[], number[]];
  expect(again).toEqual(first);
});
