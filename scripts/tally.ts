import { existsSync, readFileSync } from 'node:fs';

/** The results of one part of the tests. A part without tests of its own, such as the lint, counts as one. */
export interface Count {
  readonly passed: number;
  readonly failed: number;
}

/** Runs one part and prints its result. A part that throws counts as one failure. */
export async function part(name: string, work: () => Promise<Count>): Promise<Count> {
  const began = performance.now();
  const count = await work().catch((error: unknown) => {
    console.error(error);
    return { passed: 0, failed: 1 };
  });
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const { passed, failed } = count;
  console.log(`${failed === 0 ? '✓' : '✗'} ${name}: ${passed} passed, ${failed} failed (${seconds} s)`);
  return count;
}

/** The count of a part that passes or fails as a whole, by its exit code. */
export function once(code: number): Count {
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/**
 * The count of a test runner. A runner that failed without a failed test, that ran no test at all, or that wrote no
 * report counts as one more failure.
 */
export function counted(code: number, count: Count | undefined): Count {
  if (!count) return { passed: 0, failed: 1 };
  const isHollow = count.passed + count.failed === 0 || (code !== 0 && count.failed === 0);
  return isHollow ? { ...count, failed: 1 } : count;
}

export function total(counts: readonly Count[]): Count {
  return {
    passed: counts.reduce((sum, { passed }) => sum + passed, 0),
    failed: counts.reduce((sum, { failed }) => sum + failed, 0),
  };
}

/** A runner's report as JSON; `undefined` if it wrote none. */
export function readReport<T>(path: string): T | undefined {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as T) : undefined;
}
