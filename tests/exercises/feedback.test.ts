import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CheckProblem } from '../../src/exercises/check-record.ts';
import { feedbackOf } from '../../src/exercises/feedback.ts';
import { readChecked } from '../../src/exercises/read-checked.ts';

const exception = {
  types: ['NameError'],
  summary: "NameError: name 'y' is not defined",
  line: 2,
  column: 4,
  traceback: '',
};

/** One problem of each kind, with the sentence for it. */
const problems: readonly (readonly [CheckProblem, string])[] = [
  [{ kind: 'missing', name: 'f', signature: 'x, y', near: null }, 'There is no function `f(x, y)` yet.'],
  [{ kind: 'missing', name: 'x', signature: null, near: 'X' }, 'There is no variable `x` yet. There is `X`.'],
  [{ kind: 'not callable', name: 'f', signature: 'x' }, '`f` is not a function. Define it with `def f(x):`.'],
  [
    { kind: 'arguments', name: 'f', signature: 'x, y', takes: '1', needs: 2 },
    '`f` takes 1 argument; it will be called with 2: `f(x, y)`.',
  ],
  [
    { kind: 'wrong kind', call: 'f(1)', wanted: 'number', got: 'None' },
    '`f(1)` gives None, and should give a number. Is there a `return`?',
  ],
  [
    { kind: 'wrong kind', call: 'x', wanted: 'numbers:3', got: 'the number 1' },
    '`x` is the number 1, and should be a list of 3 numbers.',
  ],
  [
    { kind: 'wrong kind', call: 'x', wanted: 'table:2', got: 'a table of 2 rows' },
    '`x` is a table of 2 rows, and should be a table with 2 numbers in each row.',
  ],
  [{ kind: 'raised', call: 'f(1)', exception }, "`f(1)` ended with an error: NameError: name 'y' is not defined."],
  [{ kind: 'too long', call: 'f(1)' }, '`f(1)` takes too many steps. Does its loop ever end?'],
  [{ kind: 'stopped' }, 'The code stopped with an error before its end.'],
  [
    { kind: 'differs', call: 'f(1)', of: null, got: '2', expected: '3' },
    'For `f(1)`, 3 was expected; your code gives 2.',
  ],
  [
    { kind: 'differs', call: null, of: 'the mean', got: '2', expected: '3' },
    'For the mean, 3 was expected; your code gives 2.',
  ],
];

describe('the feedback on an answer', () => {
  it.each(problems)('%j', (problem, sentence) => {
    const record = { verdict: 'failed', problem, numbers: {}, remarks: [], tried: 1, results: [] } as const;
    expect(feedbackOf(record, '')).toMatchObject({ outcome: 'failed', text: sentence });
    // What is read back from an engine says the same.
    expect(readChecked(JSON.stringify({ record })).record.problem).toEqual(problem);
  });

  it('says what was tried where an answer passes, and shows its remarks', () => {
    const remarks = [{ name: 'ddof', numbers: { got: '0.866' } }];
    const record = { verdict: 'passed', numbers: {}, remarks, tried: 3, results: [] } as const;
    expect(feedbackOf(record, 'Three tables were tried.')).toEqual({
      outcome: 'passed',
      sentences: remarks,
      text: 'It passes. Three tables were tried.',
      exception: undefined,
    });
  });

  it('tells of a changed list or array, whether the answer is right or its values differ', () => {
    const note =
      ' Besides, `f` changes the data it is given, so a second call with them starts from other values. Let it work on a copy.';
    const others = { numbers: {}, remarks: [], tried: 1, results: [], changed: 'f' };
    const sent = (record: object) => readChecked(JSON.stringify({ record })).record;
    expect(feedbackOf(sent({ ...others, verdict: 'passed' }), 'Tried.').text).toBe(`It passes. Tried.${note}`);
    for (const [problem, sentence] of problems) {
      const ending = problem.kind === 'differs' ? note : '';
      expect(feedbackOf(sent({ ...others, verdict: 'failed', problem }), '').text).toBe(`${sentence}${ending}`);
    }
  });

  it('shows the sentence of a mistake and no other', () => {
    const record = {
      verdict: 'failed',
      mistake: 'one-sided',
      numbers: { got: '3' },
      remarks: [],
      tried: 3,
      results: [],
    } as const;
    expect(feedbackOf(record, 'x')).toMatchObject({
      text: '',
      sentences: [{ name: 'one-sided', numbers: { got: '3' } }],
    });
  });
});

describe('the record of a check, as sent by an engine', () => {
  it('is read without an error, for any text; nothing but `passed` passes', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.record({ record: fc.jsonValue() }).map((one) => JSON.stringify(one)),
        ),
        (text) => {
          const { record } = readChecked(text);
          const { outcome, text: words, sentences } = feedbackOf(record, 'tried');
          expect(outcome === 'passed').toBe(record.verdict === 'passed');
          expect(words !== '' || sentences.length > 0).toBe(true);
        },
      ),
    );
  });

  it.each([undefined, '', '{', 'null', '[]', '{"record": {"verdict": "right"}}', '{"record": {"verdict": "failed"}}'])(
    '%j is no verdict',
    (text) => expect(readChecked(text).record.verdict).toBe('broken'),
  );
});
