import { describe, expect, it } from 'vitest';
import { catchTooFew } from '../../src/verify/report/totals.ts';

describe('the checks of many exercises', () => {
  it.each([
    [{ all: 10, proven: 10, mutants: 100, caught: 97 }, false],
    [{ all: 10, proven: 10, mutants: 100, caught: 96 }, true],
    [{ all: 10, proven: 10, mutants: 0, caught: 0 }, false],
    // A few exercises are judged each by itself.
    [{ all: 9, proven: 9, mutants: 100, caught: 90 }, false],
  ])('%j let too many changed solutions pass: %j', (totals, tooFew) => {
    expect(catchTooFew(totals)).toBe(tooFew);
  });
});
