import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { RunReport } from '../../src/verify/run-report.ts';
import { project, root } from './command.ts';

const lesson = readFileSync(join(root, 'tests/verify/fixtures/broken-lesson.mdx'), 'utf8');

/** Each mistake of the lesson: its line and column, its kind, and what is wrong. */
const mistakes = `
1:1 front matter: \`summary\` is missing.
1:1 front matter: \`objectives\` is missing.
1:1 front matter: \`minutes\` is missing.
1:1 front matter: \`prerequisites\` is missing.
1:1 front matter: \`order\` is missing.
3:1 front matter: \`summery\` is not a key of this kind of page. Did you mean \`summary\`?
6:1 link: A page has one heading of the first level, its title.
8:1 link: There is no page \`/guide/no-such-lesson/\`.
8:36 link: The page has no part \`#no-such-heading\`.
8:64 link: The link \`./missing.pdf\` is relative.
10:1 link: The image has no description.
10:1 link: There is no image \`missing.png\`.
12:3 link: The glossary has no term \`gradeint\`. Did you mean \`gradient\`?
14:1 element: \`<Figure>\` lacks \`name\`.
16:1 element: There is no component \`<Exercize>\`. Did you mean \`Exercise\`?
22:18 formula: The formula cannot be set: Unexpected end of input in a macro argument, expected '}'.
22:39 formula: The formula cannot be set: Undefined control sequence: \\foo.
24:36 formula: \`(\` is not closed.
26:1 option: This example has no name.
26:11 option: \`nmae\` is not an option of a Python fence. Did you mean \`name\`?
34:1 fence: \`pyton\` is not a language of a lesson. Did you mean \`python\`?
43:1 value: It prints something else: off by 1 (0.25 of the expected number, 2.3e+15 units in the last place).
43:3 placeholder: \`⟪flaot⟫\` is not a placeholder.
46:1 orphan: This output belongs to no example.
50:42 orphan: There is no example \`thrid\`. Did you mean \`third\`?
52:1 exercise: Exercise 99.7 has no starter.
52:1 exercise: Exercise 99.7 has no check.
52:1 exercise: Exercise 99.7 has no solution.
52:1 exercise: Exercise 99.7 does not say what is tried.
52:1 exercise: Exercise 99.7 has wrong answers for 0 mistakes; 4 are needed.
52:1 exercise: Exercise 99.7 has 0 other right answers; 2 are needed.
58:1 element: There is no kind of question \`guess\`.
65:1 raised: It ended with ValueError: now, not with ValueEror
70:1 fence: This fence is never closed: everything after it counts as code.
`
  .trim()
  .split('\n');

it('a lesson with a mistake of every kind has all of them named in one run, each with its place and what to write', async () => {
  const glossary = '- term: Gradient\n  slug: gradient\n';
  const { run } = project({ 'content/guide/99-broken.mdx': lesson, 'content/glossary.yaml': glossary });
  const { out, code } = await run(['--json']);
  const { findings = [] } = (JSON.parse(out) as RunReport).files[0] ?? {};
  expect(findings.map(({ place, kind, message }) => `${place.line}:${place.column} ${kind}: ${message}`)).toEqual(
    mistakes,
  );
  expect(findings.filter(({ hint, rows }) => !hint && !rows)).toEqual([]);
  expect(code).toBe(2);
});
