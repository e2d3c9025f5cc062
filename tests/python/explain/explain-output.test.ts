import { afterAll, describe, expect, it } from 'vitest';
import { defaultLimits } from '../../../src/python/engine.ts';
import { explainEnd } from '../../../src/python/explain/explain-end.ts';
import { explainOutput } from '../../../src/python/explain/explain-output.ts';
import { explainingEngines, runEach } from '../explaining-engines.ts';

const engines = await explainingEngines();
afterAll(() => Promise.all(engines.map((engine) => engine.close())));

const named = engines.map((engine) => [engine.identity.label, engine] as const);
const text = (base64: string) => Buffer.from(base64, 'base64').toString();

const np = 'import numpy as np\n';

const remarkable: readonly [what: string, code: string, says: RegExp][] = [
  ['an overflow in an array', `${np}x = np.array([1e200]) ** 2`, /make the learning rate smaller/],
  ['an exponential that overflows', `${np}np.exp(np.array([1000.0]))`, /make the learning rate smaller/],
  ['an array divided by zero', `${np}np.array([1.0]) / 0`, /goes on with `inf`/],
  ['the logarithm of zero', `${np}np.log(np.array([0.0]))`, /goes on with `inf`/],
  ['a whole number divided by zero', `${np}np.array([1]) // 0`, /between whole numbers with 0/],
  ['a whole number that overflows', `${np}np.int64(2**62) * 4`, /whole number of NumPy ends sooner and is wrong/],
  ['nan made a whole number', `${np}np.array([np.nan]).astype(np.int64)`, /was made a whole number/],
  ['zero by zero', `${np}np.array([0.0]) / 0`, /goes on with `nan`/],
  ['the root of a negative number', `${np}np.sqrt(np.array([-1.0]))`, /goes on with `nan`/],
  ['the mean of nothing', `${np}np.mean(np.array([]))`, /mean of an empty array/],
  ['nan in Python’s own numbers', 'x = 1e308 * 10\nprint(x - x)', /`nan` means “not a number”/],
  ['infinity in Python’s own numbers', 'x = 1e308\nprint(x * 10)', /`inf` stands for infinity/],
  ['^ between whole numbers', 'x = 3\nprint(x ^ 2)', /For a power write `\*\*`/],
  ['a product that looks like a call', 'try:\n    2(3 + 1)\nexcept TypeError:\n    pass', /A product needs a `\*`/],
  ['a fraction put into whole numbers', `${np}x = np.array([1, 2, 3])\nx[0] = 0.5`, /`x` was made of whole numbers/],
  ['a quotient put into whole numbers', `${np}A = np.array([[1, 2], [3, 4]])\nA[0, 1] = 1 / 3`, /lose their decimals/],
  ['a value alone on the last line', '2 + 2', /`print\(2 \+ 2\)`/],
  ['a value after something was printed', 'print(1)\nx = 3\nx', /`print\(x\)`/],
  ['a call alone on the last line', 'def f(x):\n    return x\nf(3)', /`print\(f\(3\)\)`/],
];

const ordinary: readonly [what: string, code: string][] = [
  ['words that contain inf and nan', 'print("information on finance, information")'],
  ['a ^ in a text or a comment', 'print("x ^ 2")  # not x ^ 2'],
  ['nothing', 'x = 3 ** 2'],
  ['a call that prints', 'def show(x):\n    print(x)\nshow(3)'],
  ['a call made for what it does', 'x = [1]\nx.append(2)'],
  ['a fraction put into floats', `${np}x = np.array([1.0, 2, 3])\nx[0] = 0.5`],
  ['a whole number put into whole numbers', `${np}x = np.array([1, 2, 3])\nx[0] = 7 // 2`],
];

describe.each(named)('with %s, explainOutput', async (_label, engine) => {
  const codes = [...remarkable, ...ordinary].map(([, code]) => code);
  const results = await runEach(
    engine,
    codes.map((code) => [code]),
  );
  const said = (code: string) => {
    const result = results[codes.indexOf(code)];
    expect(result?.end).toEqual({ how: 'returned' });
    return explainOutput({ code, stdout: text(result?.stdout ?? ''), stderr: text(result?.stderr ?? '') });
  };

  it.each(remarkable)('explains %s', (_what, code, says) => expect(said(code)).toMatch(says));
  it.each(ordinary)('is silent on %s', (_what, code) => expect(said(code)).toBeUndefined());
});

it('explains a backslash in a text, where Python warns of it', async () => {
  const embedded = engines.find(({ identity }) => identity.kind === 'embedded');
  const code = 'print("\\d")';
  const [result] = embedded ? await runEach(embedded, [[code]]) : [];
  const printed = { code, stdout: '', stderr: text(result?.stderr ?? '') };
  expect(explainOutput(printed)).toMatch(/a backslash begins a special character/);
});

describe('explainEnd', () => {
  it.each([
    ['an endless loop', 'while True:\n    pass', /a loop that never ends/],
    ['a flood', 'while True:\n    print("x" * 1000)', /printed more than a page can hold/],
    ['the end of Python', 'import os\nos._exit(1)', /Python itself ended/],
  ])('explains %s', async (_what, code, says) => {
    const [native] = engines;
    const seconds = says.source.includes('never ends') ? 1 : defaultLimits.seconds;
    const limits = { ...defaultLimits, seconds, outputBytes: 100_000 };
    const [[result] = []] = (await native?.run([{ blocks: [{ code, values: [] }] }], limits)) ?? [];
    expect(explainEnd(result?.end ?? { how: 'not run' })).toMatch(says);
  });

  it('has nothing to say of an end that needs no words', () => {
    expect(explainEnd({ how: 'returned' })).toBeUndefined();
    expect(explainEnd({ how: 'stopped' })).toBeUndefined();
  });
});
