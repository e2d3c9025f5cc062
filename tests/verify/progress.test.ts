import { describe, expect, it } from 'vitest';
import { Progress } from '../../src/verify/progress.ts';

/** What is written while 300 files take `seconds` each. */
function written(seconds: number, hasTerminal: boolean): string {
  let time = 0;
  let text = '';
  const complain = (part: string) => {
    text += part;
  };
  const progress = new Progress({ now: () => new Date(time), hasTerminal, complain });
  for (let done = 1; done <= 300; done++) {
    time += seconds * 1000;
    progress.report(done, 300);
  }
  progress.end();
  return text;
}

describe('progress', () => {
  it('is silent in a short run', () => {
    expect(written(0.005, false)).toBe('');
    expect(written(0.005, true)).toBe('');
  });

  it('is a line every ten seconds in a log, without control characters', () => {
    const lines = written(0.1, false).trimEnd().split('\n');
    expect(lines).toEqual(['100 of 300 files, 10 s', '200 of 300 files, 20 s']);
  });

  it('is a bar on a terminal, removed at the end', () => {
    const text = written(0.1, true);
    expect(text).toContain('\r████████████░░░░░░░░░░░░ 150 of 300 files, 15 s\u001b[K');
    expect(text.endsWith('\r\u001b[K')).toBe(true);
    expect(text).not.toContain('\n');
  });
});
