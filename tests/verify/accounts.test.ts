import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import '../property-seed.ts';
import { judgeFile } from '../../src/verify/judge/judge-file.ts';
import { readLesson } from '../../src/verify/read/read-lesson.ts';
import { accountFor, countFences, countPython } from '../../src/verify/report/accounts.ts';
import { project } from './command.ts';

/** Pieces of a guide, and how many fences and how many Python fences each has. */
const pieces = [
  { text: '```python\nprint(1)\n```', fences: 1, python: 1 },
  { text: '~~~py title="a.py"\nx = 1\n~~~', fences: 1, python: 1 },
  { text: '```python notest\nx = 1\n```', fences: 1, python: 1 },
  { text: '- ```python\n  x = 1\n  ```', fences: 1, python: 1 },
  { text: '```python illustrative="needs a graphics card"\nx\n```', fences: 1, python: 1 },
  { text: '```pycon\n>>> 1\n1\n```', fences: 1, python: 1 },
  { text: '```{code-cell}\nx = 1\n```', fences: 1, python: 1 },
  { text: '```output\n1\n```', fences: 1, python: 0 },
  { text: 'Output:\n\n```\n1\n```', fences: 1, python: 0 },
  { text: '```bash\npython a.py\n```', fences: 1, python: 0 },
  { text: '```\nanything\n```', fences: 1, python: 0 },
  { text: '````markdown\n```python\nx = 1\n```\n````', fences: 1, python: 0 },
  { text: 'A sentence with `code`.', fences: 0, python: 0 },
  { text: '# A heading', fences: 0, python: 0 },
  { text: '<!-- a comment -->', fences: 0, python: 0 },
] as const;

describe('accounts', () => {
  it('add up to all fences, and to all Python fences, in any order of any pieces', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 12 }), (chosen) => {
        const lesson = readLesson('guide.md', chosen.map(({ text }) => text).join('\n\n'));
        const counted = accountFor([judgeFile(lesson, [])]);
        const sum = (count: 'fences' | 'python') => chosen.reduce((total, one) => total + one[count], 0);
        expect(countFences(counted)).toBe(sum('fences'));
        expect(countPython(counted.python)).toBe(sum('python'));
      }),
      { numRuns: 150 },
    );
  });
});

describe('--stats', () => {
  const guide = [
    '```python\nprint(1)\n```\n\n```output\n1\n```',
    '```python\nx = 1\n```',
    '```python raises=ZeroDivisionError\n1 / 0\n```\n\n```output\nZeroDivisionError: division by zero\n```',
    '```python illustrative="needs a graphics card"\nx\n```',
    '```python notest\nx\n```',
    '```python\nprint(2)\n```',
    '```bash\nls\n```',
  ].join('\n\n');

  it('prints what became of every fence, the sums, and the reasons', async () => {
    const { out, code } = await project({ 'a.md': guide }).run(['--stats', 'a.md']);
    for (const line of [
      /^ {2}as printed +1$/m,
      /^ {2}prints nothing +1$/m,
      /^ {2}raises as expected +1$/m,
      /^ {2}illustrative +1$/m,
      /^ {2}unpinned +1$/m,
      /^ {2}not checked +1$/m,
      /^Python +6$/m,
      /^all fences +9$/m,
      /^ {2}1 × needs a graphics card$/m,
      /^ {2}1 × it is marked `notest`$/m,
    ]) {
      expect(out).toMatch(line);
    }
    expect(code).toBe(0);
  });

  it('warns of what a guide prints and does not show, and fails where it is a page of ours', async () => {
    const text = '```python name=one\nprint(1)\n```\n\n```output\n1\n```\n\n```python name=two\nprint(2)\n```\n';
    const ours = await project({ 'content/a.mdx': text }).run([]);
    const theirs = await project({ 'a.md': text }).run(['a.md']);
    expect(ours.out).toContain('content/a.mdx:9:1  unpinned  (two)');
    expect(ours.code).toBe(1);
    expect(theirs.out).toContain('a.md:9:1  warning, unpinned  (two)');
    expect(theirs.out).toContain('What was checked is proven. Not checked: 1 example with a warning.');
    expect(theirs.code).toBe(0);
  });

  it('calls a guide that pins nothing unproven', async () => {
    const { out, code } = await project({ 'a.md': '```python\nprint(2)\n```\n' }).run(['a.md']);
    expect(out).toContain('Nothing was checked');
    expect(code).toBe(4);
  });
});
