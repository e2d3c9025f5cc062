import { describe, expect, it, vi } from 'vitest';
import { counted, once, part, total } from '../../scripts/tally.ts';

describe('a runner of tests', () => {
  it.each([
    ['ran all its tests', 0, { passed: 3, failed: 0 }, { passed: 3, failed: 0 }],
    ['has failed tests', 1, { passed: 2, failed: 1 }, { passed: 2, failed: 1 }],
    ['failed without a failed test', 1, { passed: 3, failed: 0 }, { passed: 3, failed: 1 }],
    ['ran no test', 0, { passed: 0, failed: 0 }, { passed: 0, failed: 1 }],
    ['left no report', 0, undefined, { passed: 0, failed: 1 }],
  ])('that %s is counted so', (_what, code, count, expected) => {
    expect(counted(code, count)).toEqual(expected);
  });
});

describe('a part', () => {
  it('has failed when it throws, and the others go on', async () => {
    const [log, error] = [vi.spyOn(console, 'log'), vi.spyOn(console, 'error')].map((spy) =>
      spy.mockImplementation(() => undefined),
    );
    const count = await part('broken', () => Promise.reject(new Error('no such command')));
    expect(count).toEqual({ passed: 0, failed: 1 });
    expect(log?.mock.calls.join()).toMatch(/^✗ broken: 0 passed, 1 failed/);
    expect(error?.mock.calls.join()).toContain('no such command');
    vi.restoreAllMocks();
  });

  it('counts as one when it has no tests of its own', () => {
    expect(total([once(0), once(1), { passed: 5, failed: 2 }])).toEqual({ passed: 6, failed: 3 });
  });
});
