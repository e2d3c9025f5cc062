import { expect, it } from 'vitest';
import { type JudgedAnswer, judgeExercise } from '../../src/verify/judge/judge-exercise.ts';

const place = { file: 'lesson.mdx', line: 10, column: 1 };
const exercise = { name: 'double', check: { place }, mistakes: [], remarks: [], survivors: [] };

function answered(kind: string, summary: string, record: object): JudgedAnswer {
  const exception = { types: [summary.split(':')[0]], summary, line: 2 };
  const end = record === stopped ? { how: 'raised', exception } : { how: 'returned' };
  const checked = JSON.stringify({
    record: {
      numbers: {},
      remarks: [],
      ...record,
      ...(record === broken && { problem: { kind: 'check', exception } }),
    },
    mutants: [],
  });
  return { answer: { exercise, kind, label: 'a', fence: { place } }, result: { end, checked } } as never;
}

const broken = { verdict: 'broken' };
const stopped = { verdict: 'failed', problem: { kind: 'missing', name: 'double', signature: 'double(x)', near: null } };
const said = (...answers: JudgedAnswer[]) =>
  judgeExercise(exercise as never, answers).findings.map(({ message, hint }) => [message, hint]);

it('says of a check that fails on the solution that it is wrong, and of another one to ask for a kind', () => {
  const summary = "NameError: name 'expct' is not defined";
  expect(said(answered('solution', summary, broken))).toEqual([
    [`The check itself fails: ${summary}.`, 'It fails on the solution too: correct this line of the check.'],
  ]);
  expect(said(answered('wrong', 'TypeError: no', broken))[0]?.[1]).toContain('gives="number"');
});

it('says which character a check cannot have', () => {
  const summary = "SyntaxError: invalid character '−' (U+2212)";
  expect(said(answered('solution', summary, broken))[0]?.[1]).toBe('Write `-` in place of `−`.');
});

it('says what Python says of an answer that is none', () => {
  const summary = 'SyntaxError: invalid syntax';
  expect(said(answered('alternative', summary, stopped))).toEqual([
    [`This right answer (a) fails: ${summary}.`, 'Correct it.'],
  ]);
});
