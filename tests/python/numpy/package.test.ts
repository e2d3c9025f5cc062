import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { machinePythons } from '../machine-pythons.ts';

const [python] = machinePythons;
if (!python) throw new Error('No Python was found. `npm test` sets one up.');
const packages = join(import.meta.dirname, '../../../src/python/packages');

/** What Python prints for code that imports our packages before any other. */
function printed(code: string): unknown {
  const program = `import json, sys\nsys.path.insert(0, ${JSON.stringify(packages)})\nimport numpy as np\n${code}`;
  return JSON.parse(execFileSync(python?.executable ?? '', ['-I', '-B', '-c', program], { encoding: 'utf8' }));
}

describe('the numpy package', () => {
  it('has the names of the coverage table, and no other public name', () => {
    const [missing, surplus] = printed(`
from numpy._coverage import COVERAGE
homes = {"": np, "linalg": np.linalg, "random": np.random, "ndarray": np.ndarray}
missing, surplus = [], []
for home, owner in homes.items():
    named = {key.rpartition(".")[2] for key in COVERAGE if key.rpartition(".")[0] == home}
    missing += [f"{home}.{name}" for name in named if not hasattr(owner, name)]
    surplus += [f"{home}.{name}" for name in dir(owner) if name[0] != "_" and name not in named]
print(json.dumps([missing, surplus]))
`) as [string[], string[]];
    expect(missing).toEqual([]);
    expect(surplus).toEqual([]);
  });

  it('shows no private module: all public names belong to a public module, as in NumPy', () => {
    const seen = printed(`
import types
from numpy._coverage import COVERAGE
homes = {"": np, "linalg": np.linalg, "random": np.random}
found = [getattr(homes[key.rpartition(".")[0]], key.rpartition(".")[2]) for key in COVERAGE if key.rpartition(".")[0] in homes]
shown = [one for one in found if isinstance(one, (type, types.FunctionType))]
print(json.dumps([len(shown) > 200, [repr(one) for one in shown if "._" in one.__module__]]))
`);
    expect(seen).toEqual([true, []]);
  });

  it('loads all of its modules when it is imported: a memory snapshot keeps none of their files', () => {
    const absent = printed(`
import pathlib
folder = pathlib.Path(np.__file__).parent
paths = [path.relative_to(folder.parent).with_suffix("") for path in folder.rglob("*.py")]
names = {".".join(path.parts).removesuffix(".__init__") for path in paths}
print(json.dumps(sorted(names - set(sys.modules))))
`);
    expect(absent).toEqual([]);
  });

  it('warns at the line of the caller, however deep the function is that notices', () => {
    const places = printed(`
import warnings
code = "x = np.array([0.0])\\n1 / x\\nnp.mean([])\\nnp.float64(1) / 0\\nx /= 0\\nnp.array([np.nan]).astype(int)\\n"
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    exec(compile(code, "lesson.mdx", "exec"), {"np": np, "__name__": "__main__"})
print(json.dumps([[one.filename, one.lineno] for one in caught]))
`);
    expect(places).toEqual([2, 3, 3, 4, 5, 6].map((line) => ['lesson.mdx', line]));
  });

  it('refuses functions that only NumPy has by name, and suggests a replacement', () => {
    const messages = printed(`
def refusal(run):
    try:
        run()
    except Exception as error:
        return f"{type(error).__name__}: {error}"
print(json.dumps([
    refusal(lambda: np.einsum),
    refusal(lambda: np.linalg.eigh),
    refusal(lambda: np.zeros(2, dtype="float32")),
    refusal(lambda: np.array(["a"])),
    refusal(lambda: np.nonsense),
]))
`);
    expect(messages).toEqual([
      'AttributeError: `np.einsum` is not part of the NumPy that runs in this page. Write it with @, sum and transpose.',
      'AttributeError: `np.linalg.eigh` is not part of the NumPy that runs in this page. For the eigenvalues, use eigvalsh.',
      'NotImplementedError: The dtype float32 is not part of the NumPy that runs in this page. Use float64, int64 or bool.',
      'NotImplementedError: An array of text is not part of the NumPy that runs in this page. Arrays hold floats, whole numbers or truth values here; keep the rest in a list.',
      "AttributeError: module 'numpy' has no attribute 'nonsense'",
    ]);
  });
});
