import { describe, expect, it } from 'vitest';
import { judgeRun, type RunContext } from '../../../src/islands/cell/judge-run.ts';
import type { PageBlockEnd, PageBlockResult } from '../../../src/python/page/python-client.ts';

const lesson: RunContext = { expected: '1.5\n', raises: undefined, changed: 'none' };

function result(stdout: string, end: PageBlockEnd = { how: 'returned' }): PageBlockResult {
  return { id: 'one', end, stdout, stderr: '', figures: [], seconds: 0.21, kept: false };
}

function raised(type: string, line: number | null): PageBlockEnd {
  const exception = { types: [type, 'Exception'], summary: `${type}: no`, line, column: null, traceback: '' };
  return { how: 'raised', exception };
}

describe('judgeRun', () => {
  it.each<[what: string, result: PageBlockResult, context: RunContext, kind: string, words: string]>([
    ['the same', result('1.5\n'), lesson, 'same', 'Finished in 0.2 s, same as the lesson.'],
    [
      'the same after a change',
      result('1.5\n'),
      { ...lesson, changed: 'this' },
      'same',
      'Finished in 0.2 s, same output as the lesson.',
    ],
    [
      'text of a placeholder’s type',
      result('0.25 s\n'),
      { ...lesson, expected: '⟪float⟫ s\n' },
      'same',
      'Finished in 0.2 s, same as the lesson.',
    ],
    [
      'another type in its place',
      result('fast s\n'),
      { ...lesson, expected: '⟪float⟫ s\n' },
      'differs',
      'Finished in 0.2 s. It differs from the lesson.',
    ],
    [
      'nothing, where the lesson shows nothing',
      result(''),
      { ...lesson, expected: undefined },
      'same',
      'Finished in 0.2 s, same as the lesson.',
    ],
    [
      'something, where the lesson shows nothing',
      result('x\n'),
      { ...lesson, expected: undefined },
      'differs',
      'Finished in 0.2 s. It differs from the lesson.',
    ],
    ['something else', result('1.6\n'), lesson, 'differs', 'Finished in 0.2 s. It differs from the lesson.'],
    [
      'something else after a change',
      result('1.6\n'),
      { ...lesson, changed: 'this' },
      'differs',
      'Finished in 0.2 s. You changed the code; the lesson’s output differs.',
    ],
    [
      'something else after a change before it',
      result('1.6\n'),
      { ...lesson, changed: 'before' },
      'differs',
      'Finished in 0.2 s. You changed an example before it; the lesson’s output differs.',
    ],
    [
      'the same, of before the page was left',
      result('1.5\n'),
      { ...lesson, restored: true },
      'same',
      'From your last run. Finished in 0.2 s, same as the lesson.',
    ],
    ['anything, without a lesson', result('1.6\n'), { ...lesson, alone: true }, 'finished', 'Finished in 0.2 s.'],
    ['an error', result('1.5\n', raised('NameError', 3)), lesson, 'ended', 'NameError on line 3.'],
    ['an error from elsewhere', result('', raised('NameError', null)), lesson, 'ended', 'NameError.'],
    [
      'the error that is meant',
      result('1.5', raised('ValueError', 2)),
      { ...lesson, expected: '1.5\nValueError: no\n', raises: 'ValueError' },
      'same',
      'Finished in 0.2 s, same as the lesson.',
    ],
    [
      'another error than is meant',
      result('', raised('TypeError', 2)),
      { ...lesson, raises: 'ValueError' },
      'ended',
      'TypeError on line 2.',
    ],
    ['a stop', result('', { how: 'stopped' }), lesson, 'ended', 'Stopped after 0.2 s.'],
    [
      'a time-out',
      result('', { how: 'timed out', after: 30 }),
      lesson,
      'ended',
      'Stopped: it did not end within 30 s.',
    ],
    ['a flood', result('', { how: 'flooded', limit: 1 }), lesson, 'ended', 'Stopped: it printed too much.'],
    [
      'the end of Python',
      result('', { how: 'died', status: '' }),
      lesson,
      'ended',
      'Python ended before the code did.',
    ],
    [
      'what was not run',
      result('', { how: 'not run' }),
      lesson,
      'ended',
      'Not run: an example before it ended Python.',
    ],
  ])('says of %s', (_what, run, context, kind, words) => {
    expect(judgeRun(run, context)).toMatchObject({ kind, words });
  });

  it('reports a difference, not an error, if an expected exception was not raised', () => {
    const context = { ...lesson, expected: '1.5\nValueError: no\n', raises: 'ValueError' };
    expect(judgeRun(result('1.5\n'), context).rows).toEqual([
      { side: 'both', text: '1.5' },
      { side: 'expected', text: 'ValueError: no' },
    ]);
  });
});
