import { describe, expect, it } from 'vitest';
import { extractExercises } from '../../src/exercises/extract-exercises.ts';
import { parseMarkdown } from '../../src/verify/read/parse-markdown.ts';

function extract(text: string, objectives?: readonly string[]) {
  const parsed = parseMarkdown('a.mdx', text);
  if ('diagnostic' in parsed) throw new Error(parsed.diagnostic.message);
  return extractExercises(parsed.tree, text, { file: 'a.mdx', objectives });
}

const fence = (info: string, code = 'x = 1') => `\`\`\`python ${info}\n${code}\n\`\`\`\n\n`;
const mistake = (name: string) =>
  `${fence(`wrong="${name}"`)}<Mistake of="${name}">\n\nIt is \`x\`: <Found name="got" />.\n\n</Mistake>\n\n`;
const parts: Readonly<Record<string, string>> = {
  opening: '<Exercise name="a-name" number="1.1" title="A title" objectives="slope sign" tries="It was tried.">\n\n',
  starter: fence('starter'),
  check: fence('check'),
  hint: '<Hint title="One">\n\nA hint.\n\n</Hint>\n\n',
  solution: `<Solution>\n\n${fence('solution name=solution-a')}</Solution>\n\n`,
  first: fence('alternative="another way"'),
  second: fence('alternative="a third way"'),
  mistakes: ['one', 'two', 'three', 'four'].map(mistake).join(''),
  survivor: "<Survivor of='2 → 3'>\n\nBoth are right.\n\n</Survivor>\n\n",
  distractors: fence('distractors', '    return 1  # a reason\n    return 2  # another'),
  closing: '</Exercise>\n',
};
const whole = Object.values(parts).join('');
const withPart = (name: string, text: string) =>
  Object.entries({ ...parts, [name]: text })
    .map(([, part]) => part)
    .join('');

describe('an exercise in a lesson', () => {
  it('names objectives that the lesson has', () => {
    expect(extract(whole, ['slope', 'sign']).diagnostics).toEqual([]);
    const [misspelt, ...others] = extract(`A line.\n\n${whole}`, ['slopes', 'sign']).diagnostics;
    expect(misspelt).toEqual({
      rule: 'exercise/objectives',
      place: { file: 'a.mdx', line: 3, column: 1 },
      message: 'This lesson has no objective `slope`. Did you mean `slopes`?',
      hint: 'The objectives of this lesson are `slopes`, `sign`.',
    });
    expect(others).toEqual([]);
    const none = withPart('opening', (parts['opening'] ?? '').replace('slope sign', ''));
    expect(extract(none, ['slope']).diagnostics.map(({ message }) => message)).toEqual([
      'Exercise 1.1 names no objective.',
    ]);
  });

  it('is read with all its parts', () => {
    const { exercises, diagnostics } = extract(whole);
    expect(diagnostics).toEqual([]);
    expect(exercises).toMatchObject([
      {
        name: 'a-name',
        number: '1.1',
        tries: 'It was tried.',
        objectives: ['slope', 'sign'],
        starter: { text: 'x = 1\n' },
        alternatives: [{ label: 'another way' }, { label: 'a third way' }],
        wrong: [{ label: 'one' }, { label: 'two' }, { label: 'three' }, { label: 'four' }],
        mistakes: [{ name: 'one', shows: ['got'] }, { name: 'two' }, { name: 'three' }, { name: 'four' }],
        survivors: [{ what: '2 → 3' }],
        distractors: [
          { code: '    return 1', reason: 'a reason' },
          { code: '    return 2', reason: 'another' },
        ],
      },
    ]);
  });

  it.each([
    ['opening', '<Exercise name="A Name" number="1.1" title="A title" tries="x">\n\n', 'exercise/name 1:1'],
    ['opening', '<Exercise name="a" number="1.1" title="A title">\n\n', 'exercise/tries 1:1'],
    ['opening', '<Exercise name="a" number="1.1" title="A title" tries="At $x$.">\n\n', 'exercise/tries 1:1'],
    ['starter', '', 'exercise/starter 1:1'],
    ['starter', `${parts['starter']}${parts['starter']}`, 'exercise/starter 7:1'],
    ['check', '', 'exercise/check 1:1'],
    ['solution', '', 'exercise/solution 1:1'],
    ['second', '', 'exercise/alternative 1:1'],
    ['second', fence('alternative'), 'exercise/alternative 29:1'],
    ['mistakes', ['one', 'two', 'three'].map(mistake).join(''), 'exercise/wrong 1:1'],
    ['check', fence('check', 'mistake("five", True)'), 'exercise/mistake 7:1'],
    ['check', fence('check', 'expect(x, 1, instead={\n    "one": 2,\n    "five": 3,\n})'), 'exercise/mistake 7:1'],
    ['survivor', fence('wrong="five"'), 'exercise/mistake 73:1'],
    ['survivor', '<Mistake of="five">\n\nText.\n\n</Mistake>\n\n', 'exercise/mistake 73:1'],
    ['survivor', '<Mistake of="one">\n\nAgain.\n\n</Mistake>\n\n', 'exercise/mistake 73:1'],
    ['survivor', "<Survivor of='2 → 3'>\n\n</Survivor>\n\n", 'exercise/survivor 73:1'],
    ['distractors', fence('distractors', 'ok = 1  # a reason\nreturn 1'), 'exercise/distractors 81:1'],
    ['closing', `</Exercise>\n\n${fence('check')}`, 'exercise/outside 86:1'],
    ['closing', `</Exercise>\n\n${whole}`, 'exercise/name 86:1'],
  ])('%s as %j: %s', (name, text, wrong) => {
    const { diagnostics } = extract(withPart(name, text));
    expect(diagnostics.map(({ rule, place }) => `${rule} ${place.line}:${place.column}`)).toContain(wrong);
    for (const { message, hint } of diagnostics) expect(`${message} ${hint}`).not.toContain('undefined');
  });

  it('without anything of a check is listed, and is no exercise', () => {
    const { exercises, withoutCheck, diagnostics } = extract(
      '<Exercise number="1.2" title="A">\n\nText.\n\n</Exercise>\n',
    );
    expect([exercises, diagnostics]).toEqual([[], []]);
    expect(withoutCheck).toEqual([{ number: '1.2', place: { file: 'a.mdx', line: 1, column: 1 } }]);
  });
});
