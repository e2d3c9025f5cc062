import { afterAll, describe, expect, it } from 'vitest';
import { defaultLimits } from '../../src/python/engine.ts';
import { explainEnd } from '../../src/python/explain-end.ts';
import { explainOutput } from '../../src/python/explain-output.ts';
import { findPythons } from '../../src/python/find-pythons.ts';
import { startNativeHost } from '../../src/python/native-host.ts';

const [python] = (await findPythons({ env: process.env, root: '.' })).filter(({ numpy }) => numpy !== null);
if (!python) throw new Error('No Python with NumPy was found. `npm test` sets one up.');
const host = startNativeHost(python, ['numpy']);
afterAll(() => host.close());

const text = (base64: string) => Buffer.from(base64, 'base64').toString();

async function run(code: string, limits = {}) {
  const [[result] = []] = await host.run([{ blocks: [{ code: `${code}\n`, values: [] }] }], {
    ...defaultLimits,
    ...limits,
  });
  if (!result) throw new Error('Nothing came back.');
  return result;
}

const np = 'import numpy as np\n';

describe('explainOutput', () => {
  it.each([
    ['an overflow in an array', `${np}np.array([1e200]) ** 2`, /make the learning rate smaller/],
    ['an exponential that overflows', `${np}np.exp(np.array([1000.0]))`, /make the learning rate smaller/],
    ['an array divided by zero', `${np}np.array([1.0]) / 0`, /goes on with `inf`/],
    ['the logarithm of zero', `${np}np.log(np.array([0.0]))`, /goes on with `inf`/],
    ['zero by zero', `${np}np.array([0.0]) / 0`, /goes on with `nan`/],
    ['the root of a negative number', `${np}np.sqrt(np.array([-1.0]))`, /goes on with `nan`/],
    ['the mean of nothing', `${np}np.mean(np.array([]))`, /mean of nothing/],
    ['nan in Python’s own numbers', 'x = 1e308 * 10\nprint(x - x)', /`nan` means “not a number”/],
    ['infinity in Python’s own numbers', 'x = 1e308\nprint(x * 10)', /`inf` stands for a number that became too large/],
    ['^ between whole numbers', 'x = 3\nprint(x ^ 2)', /For a power write `\*\*`/],
    ['a product that looks like a call', 'try:\n    2(3 + 1)\nexcept TypeError:\n    pass', /A product needs its sign/],
  ])('explains %s', async (_what, code, says) => {
    const { end, stdout, stderr } = await run(code);
    expect(end).toEqual({ how: 'returned' });
    expect(explainOutput({ code, stdout: text(stdout), stderr: text(stderr) })).toMatch(says);
  });

  it.each([
    ['words that contain inf and nan', 'print("information on finance, information")'],
    ['a ^ in a text or a comment', 'print("x ^ 2")  # not x ^ 2'],
    ['nothing', 'x = 3 ** 2'],
  ])('is silent on %s', async (_what, code) => {
    const { stdout, stderr } = await run(code);
    expect(explainOutput({ code, stdout: text(stdout), stderr: text(stderr) })).toBeUndefined();
  });
});

describe('explainEnd', () => {
  it.each([
    ['an endless loop', 'while True:\n    pass', /a loop that never ends/],
    ['a flood', 'while True:\n    print("x" * 1000)', /printed more than a page can hold/],
    ['the end of Python', 'import os\nos._exit(1)', /Python itself ended/],
  ])('explains %s', async (_what, code, says) => {
    const { end } = await run(code, { seconds: 1, outputBytes: 100_000 });
    expect(explainEnd(end)).toMatch(says);
  });

  it('has nothing to say of an end that needs no words', () => {
    expect(explainEnd({ how: 'returned' })).toBeUndefined();
    expect(explainEnd({ how: 'stopped' })).toBeUndefined();
  });
});
