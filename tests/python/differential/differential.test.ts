import { execFile } from 'node:child_process';
import { appendFileSync, cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { describePython, type FoundPython } from '../../../src/python/native/find-pythons.ts';
import { cases, sampleOf } from '../../depth.ts';
import { scratchFolder } from '../../verify/scratch-folder.ts';
import { machinePythons } from '../machine-pythons.ts';

const script = fileURLToPath(new URL('./differential.py', import.meta.url));
const runEmbedded = fileURLToPath(new URL('./run-embedded.ts', import.meta.url));
const packages = fileURLToPath(new URL('../../../src/python/packages', import.meta.url));

interface Report {
  readonly numpy: string;
  readonly counts: Readonly<Partial<Record<'identical' | 'in class' | 'refused' | 'different', number>>>;
  readonly differences: readonly string[];
  /** Names of the coverage table for which there is no template. */
  readonly missing: readonly string[];
}

const pythons = machinePythons.filter(({ numpy }) => numpy !== null);
const [first] = pythons;
if (!first) throw new Error('No Python with NumPy was found. `npm test` sets one up.');
/** The version of NumPy that the package follows. */
const followed =
  /^__version__ = "(.+)"$/m.exec(readFileSync(join(packages, 'numpy', '__init__.py'), 'utf8'))?.[1] ?? '';
/** Versions as numbers that are in their order: 2.4 after 2.0 and before 2.10. */
function minorOf(version: string): number {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return 1000 * major + minor;
}
const newest = pythons.find(({ numpy }) => numpy?.startsWith('2.')) ?? first;

/** Runs the comparison and reads its report: it ends with 1 when something differs, which is not a failure of its own. */
function compare(reference: FoundPython, args: readonly string[]): Promise<Report> {
  return new Promise((resolve, reject) => {
    const all = ['-B', script, '--json', '--python', newest.executable, ...args];
    execFile(reference.executable, all, { maxBuffer: 1 << 28 }, (error, stdout, stderr) => {
      if (error && error.code !== 1) reject(error);
      else if (stdout === '') reject(new Error(stderr));
      else resolve(JSON.parse(stdout) as Report);
    });
  });
}

describe('the NumPy of the page', () => {
  it.each(pythons.map((python) => [describePython(python), python] as const))(
    'does what that of %s does',
    async (_, python) => {
      const { counts, differences } = await compare(python, ['--programs', `${cases(250, 1500)}`, '--seed', '1']);
      expect(differences).toEqual([]);
      expect(counts.identical).toBeGreaterThan(cases(800, 5000));
    },
  );

  it('does the same in WebAssembly', async () => {
    const ours = ['--ours', process.execPath, runEmbedded];
    const { counts, differences } = await compare(newest, ['--programs', '200', '--seed', '1', ...ours]);
    expect(differences).toEqual([]);
    expect(counts.identical).toBeGreaterThan(500);
  });

  it('runs the examples in the docstrings of NumPy as NumPy does', async () => {
    const { differences, numpy, counts } = await compare(newest, ['--programs', '0', '--docstrings']);
    expect(differences).toEqual([]);
    expect(counts.identical).toBeGreaterThan(numpy.startsWith('2.') ? 1000 : 0);
  });
});

/** A fault put into a copy of the package: lines added at the end of one of its files. */
interface Fault {
  readonly what: string;
  readonly file: string;
  readonly code: string;
  /** The name of the coverage table whose programs should notice. */
  readonly name: string;
  /** Whether it shows in what is said and printed alone, which no NumPy before the one that is followed tells. */
  readonly inWords?: true;
}

const faults: readonly Fault[] = [
  {
    what: 'sums from left to right',
    file: '_loops/pairwise.py',
    code: 'def pairwise_sum(values, join=add): return reduce(join, values, -0.0)',
    name: 'sum',
  },
  {
    what: 'the promotion of whole numbers and truth values',
    file: '_core/dtypes.py',
    code: 'promoted = lambda dtypes: FLOAT if {d.rank for d in dtypes} == {0, 1} else max(dtypes, key=lambda d: d.rank)',
    name: 'add',
  },
  {
    what: 'a warning that is not given',
    file: '_core/warnings.py',
    code: 'report = lambda flags, where: None',
    name: 'divide',
    inWords: true,
  },
  {
    what: 'another word in a message',
    file: 'exceptions.py',
    code: 'AxisError.__str__ = lambda self: self.args[0].replace("dimension", "dimensions")',
    name: 'swapaxes',
    inWords: true,
  },
  {
    what: 'a copy instead of a view',
    file: '_functions/shaping.py',
    code: '_reshape = reshape\nreshape = lambda a, *args, **kwargs: _reshape(a, *args, **kwargs).copy()',
    name: 'reshape',
  },
  {
    what: 'digits that are cut short',
    file: '_functions/printing.py',
    code: '_array_repr = array_repr\ndef array_repr(*args, **kwargs): return _array_repr(*args, **kwargs).replace("33333333", "3333333")',
    name: 'array_repr',
    inWords: true,
  },
  {
    what: 'an element in its last bits',
    file: 'linalg.py',
    code: '_solve = solve\ndef solve(a, b): return _solve(a, b) * (1 + 1e-9)',
    name: 'linalg.solve',
  },
  {
    what: 'an exponential 3 units in the last place off',
    file: '_loops/ufuncs.py',
    code: 'exp = _floats("exp", loops.of_one(lambda x: math.exp(x) * (1 + 7e-16)))',
    name: 'exp',
  },
  {
    what: 'normal numbers in another order',
    file: 'random.py',
    code: '_gauss_of = RandomState._gauss\ndef _swapped(self):\n    draw = _gauss_of(self)\n    def drawn():\n        first, second = draw(), draw()\n        return second\n    return drawn\nRandomState._gauss = _swapped',
    name: 'random.normal',
  },
];

describe('the differential test notices', () => {
  const tellsWords = newest.numpy !== null && minorOf(newest.numpy) >= minorOf(followed);
  it.each(
    sampleOf(
      'faults',
      faults.filter(({ inWords }) => tellsWords || !inWords).map((fault) => [fault.what, fault] as const),
    ),
  )('%s', async (_, { file, code, name }) => {
    const folder = join(scratchFolder(), 'packages');
    cpSync(packages, folder, { recursive: true });
    appendFileSync(join(folder, 'numpy', file), `\n${code}\n`);
    const { differences } = await compare(newest, ['--programs', '60', '--name', name, '--packages', folder]);
    expect(differences.length).toBeGreaterThan(0);
  });

  it('a name of the coverage table that it never calls', async () => {
    const folder = join(scratchFolder(), 'packages');
    cpSync(packages, folder, { recursive: true });
    appendFileSync(join(folder, 'numpy', '_coverage.py'), '\nCOVERAGE = {"frobnicate": "exact"}\n');
    const { missing } = await compare(newest, ['--programs', '0', '--packages', folder]);
    expect(missing).toEqual(['frobnicate']);
  });

  it('no fault where there is none', async () => {
    const { missing } = await compare(newest, ['--programs', '0']);
    expect(missing).toEqual([]);
  });
});
