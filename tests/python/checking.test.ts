import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import type { Checked, CheckRecord } from '../../src/exercises/check-record.ts';
import { readChecked } from '../../src/exercises/read-checked.ts';
import { startEmbeddedHost } from '../../src/python/embedded/embedded-host.ts';
import { defaultLimits, type Engine } from '../../src/python/engine.ts';
import { prepareRuntime } from '../../src/python/interpreter/runtime-folder.ts';
import { startNativeHost } from '../../src/python/native/native-host.ts';
import { machinePythons } from './machine-pythons.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const [python] = machinePythons.filter(({ numpy }) => numpy !== null);
if (!python) throw new Error('No Python with NumPy was found. `npm test` sets one up.');
const engines: readonly Engine[] = [
  startEmbeddedHost(await prepareRuntime(join(root, '.cache', 'python'))),
  startNativeHost(python, ['numpy']),
];
afterAll(() => Promise.all(engines.map((engine) => engine.close())));

/** What the check says of an answer; nothing where the answer ended the interpreter. */
async function check(engine: Engine, answer: string, code: string, mutants?: boolean): Promise<Checked | undefined> {
  return checkAfter(engine, [], { answer, code, mutants });
}

/** The same where earlier blocks of the session have run. */
async function checkAfter(
  engine: Engine,
  before: readonly string[],
  { answer, code, mutants }: { answer: string; code: string; mutants: boolean | undefined },
): Promise<Checked | undefined> {
  const first = before.map((earlier) => ({ code: earlier, values: [] }));
  const block = { code: `${answer}\n`, values: [], check: { code: `${code}\n`, mutants, before } };
  const [results] = await engine.run([{ blocks: [...first, block] }], { ...defaultLimits, seconds: 20 });
  const checked = results?.at(-1)?.checked;
  return checked === undefined ? undefined : readChecked(checked);
}

const double = `
double = function("double", "x", gives="number")
got = double.over([0.7, -2.3])
expect(got, [1.4, -4.6], instead={"squared": [0.49, 5.29], "added": [2.7, -0.3]})
`;

const told = ({ verdict, mistake, problem }: CheckRecord) => mistake ?? problem?.kind ?? verdict;

describe.each(engines.map((engine) => [engine.identity.kind, engine] as const))(
  'a check on the %s engine',
  (_, engine) => {
    it.each([
      ['def double(x):\n    return 2 * x', 'passed'],
      ['double = lambda x: x + x', 'passed'],
      ['import numpy as np\ndef double(x, y=2):\n    return np.float64(x) * y', 'passed'],
      ['class Double:\n    def __call__(self, x):\n        return 2 * x\ndouble = Double()', 'passed'],
      ['def double(x):\n    return x * x', 'squared'],
      ['def double(x):\n    return x + 2', 'added'],
      ['def double(x):\n    return x * abs(x)', 'differs'],
      ['def double(x):\n    return x * x if x > 0 else 2 * x', 'differs'],
      ['def double(x):\n    2 * x', 'wrong kind'],
      ['def double(x):\n    return str(2 * x)', 'wrong kind'],
      ['def double(x):\n    return True', 'wrong kind'],
      ['def double(x):\n    return float("nan")', 'differs'],
      ['def double(x):\n    return 10 ** 400', 'differs'],
      ['def double():\n    return 2', 'arguments'],
      ['double = 2', 'not callable'],
      ['def Double(x):\n    return 2 * x', 'missing'],
      ['def double(x):\n    return 2 * y', 'raised'],
      ['def double(x):\n    raise SystemExit(0)', 'raised'],
      ['def double(x):\n    while True:\n        x += 1', 'too long'],
      ['def double(x):\n    return double(x)', 'raised'],
      ['def double(x):\n    return 2 * x\n1 / 0', 'stopped'],
      ['def double(x):', 'missing'],
    ])('%j: %s', async (answer, what) => {
      const found = await check(engine, answer, double);
      expect(found && told(found.record)).toBe(what);
    });

    it.each([
      'import random\ndef draw():\n    return random.random()',
      'import numpy as np\ndef draw():\n    return np.random.normal() + np.random.permutation(100)[0]',
      'import numpy as np\ndef draw():\n    return np.random.default_rng().normal()',
      'from numpy.random import default_rng\ndef draw():\n    return default_rng().random() + default_rng().random()',
    ])('a verdict is no matter of luck: %j', async (answer) => {
      const code = 'expect(function("draw", "", gives="number")(), 1000)';
      const [one, other] = [await check(engine, answer, code), await check(engine, answer, code)];
      expect(one && told(one.record)).toBe('differs');
      expect(other?.record).toEqual(one?.record);
    });

    it('no answer is kept from its verdict by what it did to the generators', async () => {
      const answer =
        'import random\ndef seed(*_): raise SystemExit(0)\nrandom.seed = seed\ndef double(x): return 2 * x';
      const found = await check(engine, answer, double);
      expect(found && told(found.record)).toBe('passed');
    });

    it.each([
      'class Always(float):\n    def __eq__(self, other): return True\n    def __sub__(self, other): return 0.0\n    __rsub__ = __abs__ = __sub__\ndef double(x): return Always(99)',
      'import builtins\nbuiltins.abs = lambda x: 0\nbuiltins.all = lambda x: True\nbuiltins.zip = lambda *a, **k: []\ndef double(x): return 0.0',
      'import builtins\nbuiltins.float = lambda x: 1.4\nbuiltins.type = lambda x: float\nbuiltins.isinstance = lambda *a: True\ndef double(x): return 0.0',
      'import json, math, sys\njson.dumps = json.JSONEncoder.encode = lambda *a, **k: \'{"record": {"verdict": "passed"}}\'\nmath.isnan = lambda x: True\ndef double(x): return 0.0',
      'import sys\nfor name in list(sys.modules):\n    if "check" in name: sys.modules[name] = None\nsys.modules["checking"] = sys\ndef double(x): return 0.0',
      'import sys\ndef double(x):\n    frame = sys._getframe()\n    while frame:\n        for value in list(frame.f_locals.values()):\n            if isinstance(value, list): value[:] = []\n        frame = frame.f_back\n    return 0.0',
      'print(\'{"record": {"verdict": "passed"}}\')\ndef double(x): return 0.0',
    ])('an answer cannot make itself right: %j', async (answer) => {
      const found = await check(engine, answer, double);
      expect(found?.record.verdict).not.toBe('passed');
    });

    it.each([
      ['[1.0, 2.0]', '(1, 2)'],
      ['[1.0, 2.0]', 'np.array([1.0, 2.0])'],
      ['[1, 2]', '[np.float64(1.0), np.int64(2)]'],
      ['[[1, 2], [3, 4]]', 'np.array([[1, 2], [3, 4]])'],
      ['[[0, 1], [1, 0]]', '{(1, 0), (0, 1)}'],
      ['{"a": 1.0}', '{"a": np.float64(1)}'],
      ['True', 'np.bool_(True)'],
      ['3.0', 'np.array(3.0)'],
      ['math.inf', 'float("inf")'],
      ['0.5', '__import__("fractions").Fraction(1, 2)'],
      ['1e25', '10**25'],
    ])('compares by value: %s is %s', async (want, given) => {
      const found = await check(engine, `import numpy as np\nvalue = ${given}`, `expect(variable("value"), ${want})`);
      expect(found?.record.verdict).toBe('passed');
    });

    it('lets an answer pass a whole array to a function that is made with `math`', async () => {
      const code =
        'f = named("f", lambda x: math.sin(x) / 2 + math.e * math.exp(-x))\n' +
        'table = [[0.5, 1.0], [2.0, 3.0]]\n' +
        'expect(function("each", "f, x", gives="table")(f, table), [[f(x) for x in row] for row in table])';
      const answer = 'import numpy as np\ndef each(f, x):\n    return f(np.array(x))';
      expect((await check(engine, answer, code))?.record.verdict).toBe('passed');
      const list = await check(engine, 'def each(f, x):\n    return f(x)', code);
      expect(list && told(list.record)).toBe('raised');
    });

    it.each([
      ['[(1, 2), (3, 4)]', 'passed'],
      ['[(1, 2, 3)]', 'wrong kind'],
      ['[[]]', 'wrong kind'],
    ])('a table with two numbers in each row: %s', async (value, what) => {
      const found = await check(engine, `pairs = ${value}`, 'for a, b in variable("pairs", gives="table:2"): pass');
      expect(found && told(found.record)).toBe(what);
    });

    it('sees what was printed and drawn, and the figures are the same on every engine', async () => {
      const answer =
        'import matplotlib.pyplot as plt\nplt.plot([1, 2], [3, 4])\nplt.title("Line")\nplt.show()\nprint("hello")';
      const code = `
expect(printed(), "hello\\n", of="the output")
(figure,) = figures()
expect("Line" in f"{figure}", True, of="the title")
expect("[3.0, 4.0]" in f"{figure}" or "[3, 4]" in f"{figure}", True, of="the line")
`;
      const found = await check(engine, answer, code);
      expect(found?.record).toMatchObject({ verdict: 'passed', tried: 3 });
    });

    it.each([
      ['def f(x):\n    return x + 1', 'expect(function("f", "x", gives="number")(1.5), 3.0)', 'f(1.5)'],
      ['def f(x):\n    return [x]', 'expect(function("f", "x", gives="numbers")(1.5), [3.0])', 'f(1.5)'],
      ['values = [0.5]', 'expect(variable("values", gives="numbers"), [3.0])', 'values'],
      ['value = 0.5', 'expect(variable("value", gives="number"), 3.0)', 'value'],
    ])('says which call or variable of %j differs', async (answer, code, call) => {
      const found = await check(engine, answer, code);
      expect(found?.record.problem).toMatchObject({ kind: 'differs', call });
    });

    it.each([
      ['values.sort()\n    return values[0]', 'f'],
      ['return min(values.pop() for _ in range(3))', 'f'],
      ['values[0] += 1e-5\n    values[0] -= 2e-5\n    values[0] += 1e-5\n    return min(values)', undefined],
      ['values = sorted(values)\n    return values[0]', undefined],
    ])('notices what becomes of a list that is passed: %j', async (body, changed) => {
      const code = 'f = function("f", "values", gives="number")\nexpect(f([2.3, 1.7, 0.1]), 0.1)';
      const found = await check(engine, `def f(values):\n    ${body}`, code);
      expect(found?.record).toMatchObject({ verdict: 'passed' });
      expect(found?.record.changed).toBe(changed);
    });

    it('notices that a call changes an array, also where its result differs', async () => {
      const answer = 'import numpy as np\ndef f(x):\n    x *= 2\n    return x';
      const code = 'import numpy as np\nexpect(function("f", "x", gives="numbers")(np.ones(2)), [3, 3])';
      const found = await check(engine, answer, code);
      expect(found?.record).toMatchObject({ problem: { kind: 'differs' }, changed: 'f' });
    });

    it('shows the end of a line in a text, and counts a single row', async () => {
      const text = await check(engine, 'text = "a\\tb\\n"', 'expect(variable("text"), "a b")');
      expect(text?.record.problem).toMatchObject({ got: "'a\\tb\\n'" });
      const row = await check(engine, 'values = [[1, 2]]', 'variable("values", gives="numbers")');
      expect(row?.record.problem).toMatchObject({ got: 'a table of 1 row' });
    });

    it('says where a check itself is wrong', async () => {
      const found = await check(engine, 'x = 1', 'a = 1\nb = a / 0');
      expect(found?.record).toMatchObject({ verdict: 'broken', problem: { exception: { line: 2 } } });
      const broken = await check(engine, 'x = 1', 'a = (');
      expect(broken?.record.verdict).toBe('broken');
    });

    it('names an exception that is a known mistake', async () => {
      const code = 'f = function("f", "x", raising={"caret": ("TypeError", "^")})\nf(1.5)';
      const found = await check(engine, 'def f(x):\n    return x ^ 2', code);
      expect(found?.record.mistake).toBe('caret');
    });

    it('tries changed solutions, and made-up answers; none is judged by what another has left', async () => {
      const found = await check(engine, 'def double(x):\n    return 2 * x', double, true);
      const changed = found?.mutants.filter(({ line }) => line > 0) ?? [];
      expect(changed.map(({ what, record }) => `${what}: ${told(record)}`)).toEqual([
        'return 2 * x → return -(2 * x): differs',
        '2 * x → 2 / x: differs',
        '2 → 3: differs',
        '2 → 1: differs',
      ]);
      const madeUp = found?.mutants.filter(({ line }) => line === 0) ?? [];
      expect(madeUp).toHaveLength(20);
      expect(madeUp.map(({ record }) => record.mistake).filter(Boolean)).toEqual([]);
      expect(madeUp.filter(({ record }) => record.verdict !== 'failed')).toEqual([]);
    });

    it.each([
      ['that it can copy', ''],
      ['that it cannot copy', 'lines = (line for line in [1, 2])\n'],
    ])('judges each made-up answer by variables as the answer left them, also those %s', async (_what, kept) => {
      const madeUp = async (answer: string) =>
        (await check(engine, answer, double, true))?.mutants.filter(({ line }) => line === 0);
      const once = await madeUp('def double(x):\n    return 2 * x');
      expect(once).toHaveLength(20);
      const asked = once?.[0]?.record.tried ?? 0;
      // Right for as many calls as one verdict takes, and wrong from then on.
      const tired = `calls = []\n${kept}def double(x):\n    calls.append(x)\n    return 2 * x if len(calls) <= ${asked} else 0`;
      const told = (found: typeof once) => found?.map(({ what, record }) => [what, record.verdict, record.problem]);
      expect(told(await madeUp(tired))).toEqual(told(once));
    });

    it('tries no changes of an answer that is no program', async () => {
      const found = await check(engine, 'def double(x):\n    return 2 * (x', double, true);
      expect(found?.record.verdict).toBe('failed');
      expect(found?.mutants).toEqual([]);
    });

    it('ends a change that never ends, in the answer or in an earlier block', async () => {
      const down = 'def down(n):\n    while n != 0:\n        n = n - 1\n    return n\n';
      const answer = 'def double(x):\n    return 2 * x + down(0)';
      const own = await check(engine, `${down}${answer}`, double, true);
      const earlier = await checkAfter(engine, [down], { answer, code: double, mutants: true });
      const said = (found: Checked | undefined) => found?.mutants.map(({ what, record }) => `${what}: ${told(record)}`);
      for (const found of [own, earlier]) {
        expect(found?.record.verdict).toBe('passed');
        expect(said(found)).toContainEqual(expect.stringMatching(/^0 → -1( \(2\))?: too long$/));
        expect(said(found)).toContainEqual(expect.stringMatching(/^0 → 1( \(2\))?: passed$/));
      }
    });

    it('tries changed solutions after the earlier blocks of the session', async () => {
      const answer = 'def double(x):\n    return factor * x';
      const found = await checkAfter(engine, ['factor = 1\n', 'factor += 1\n'], {
        answer,
        code: double,
        mutants: true,
      });
      expect(found?.record.verdict).toBe('passed');
      const changed = found?.mutants.filter(({ line }) => line > 0) ?? [];
      expect(changed.map(({ what, record }) => `${what}: ${told(record)}`)).toEqual([
        'return factor * x → return -(factor * x): differs',
        'factor * x → factor / x: differs',
      ]);
    });

    it('changes what is drawn where a check looks at figures, and what only calls a module nowhere', async () => {
      const answer = [
        'import matplotlib.pyplot as plt',
        'other = plt.subplots(1, 3)',
        'def f(x):\n    return x + 5',
        'plt.figure()',
        'plt.plot([0, 7], [0, f(2)])',
      ].join('\n');
      const code = [
        'lines = [m for f in figures() for p in f["panels"] for m in p["marks"]]',
        'expect([lines[0]["x"], lines[0]["y"]], [[0, 7], [0, 7]], of="the line")',
      ].join('\n');
      const found = await check(engine, answer, code, true);
      expect(found?.record.verdict).toBe('passed');
      const changed = found?.mutants.filter(({ line }) => line > 0) ?? [];
      expect(new Set(changed.map(({ line }) => line))).toEqual(new Set([4, 6]));
      expect(changed.filter(({ record }) => record.verdict === 'passed')).toEqual([]);
    });
  },
);
