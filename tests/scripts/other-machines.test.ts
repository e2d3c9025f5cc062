import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { otherMachines } from '../../scripts/other-machines.ts';
import type { FoundPython } from '../../src/python/native/find-pythons.ts';

const none: FoundPython = {
  asked: '',
  executable: '/nowhere/python3',
  prefix: '',
  path: [],
  version: '3.11.0',
  numpy: null,
  matplotlib: null,
};

/** Whether this processor has what is to be taken away, and a C library that lets it be. */
function hasFma(): boolean {
  if (process.platform !== 'linux' || process.arch !== 'x64') return false;
  const isGlibc = JSON.stringify(process.report.getReport()).includes('glibcVersionRuntime');
  return isGlibc && / fma /.test(readFileSync('/proc/cpuinfo', 'utf8'));
}

describe('other machines', () => {
  it('need no NumPy to be looked for where there is none', () => {
    expect(otherMachines([none]).map(({ name }) => name)).toContain('C library without FMA');
  });

  it.runIf(hasFma())('have other last bits in their powers', () => {
    const program =
      'const bits = require("crypto").createHash("md5");' +
      'for (let i = 1; i < 9000; i++) bits.update(new Float64Array([(i / 1000) ** 3.7])); console.log(bits.digest("hex"))';
    const powers = (env: NodeJS.ProcessEnv) =>
      execFileSync(process.execPath, ['-e', program], { env, encoding: 'utf8' });
    const { env } = otherMachines([]).find(({ name }) => name.includes('FMA')) ?? { env: {} };
    expect(powers(env)).not.toBe(powers({}));
  });

  it.runIf(process.env['INEXACT_MATH'] !== undefined)('compute elementary functions and powers one unit off', () => {
    const [x, third] = [1.1, 3].map(Number) as [number, number];
    expect([Math.exp(1) === Math.E, x ** third === 1.3310000000000004]).toEqual([false, false]);
    expect([Math.exp(0), 2 ** 10, Math.sqrt(2)]).toEqual([1, 1024, Math.SQRT2]);
  });
});
