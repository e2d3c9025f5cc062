import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { explorableSettings } from '../../scripts/explorable-settings.ts';
import { explorables } from '../../src/explorables/explorables.ts';
import { figures } from '../../src/figures/lesson/figures.ts';
import type { RunReport } from '../../src/verify/report/run-report.ts';
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
16:1 element: There is no figure \`quartic-desent\`. Did you mean \`quartic-descent\`?
18:1 element: There is no explorable \`neurn\`. Did you mean \`neuron\`?
20:1 element: There is no component \`<Exercize>\`. Did you mean \`Exercise\`?
26:18 formula: The formula cannot be set: Unexpected end of input in a macro argument, expected '}'.
26:39 formula: The formula cannot be set: Undefined control sequence: \\foo.
28:36 formula: \`(\` is not closed.
30:1 option: This example has no name.
30:11 option: \`nmae\` is not an option of a Python fence. Did you mean \`name\`?
38:1 fence: \`pyton\` is not a language of a lesson. Did you mean \`python\`?
47:1 value: It prints something else: off by 1 (0.25 of the expected number).
47:3 placeholder: \`⟪flaot⟫\` is not a placeholder.
50:1 orphan: This output belongs to no example.
54:42 orphan: There is no example \`thrid\`. Did you mean \`third\`?
56:1 exercise: Exercise 99.7 has no starter.
56:1 exercise: Exercise 99.7 has no check.
56:1 exercise: Exercise 99.7 has no solution.
56:1 exercise: Exercise 99.7 does not say what is tried.
56:1 exercise: Exercise 99.7 has wrong answers for 0 mistakes; 4 are needed.
56:1 exercise: Exercise 99.7 has 0 other right answers; 2 are needed.
62:1 element: \`<Question>\` belongs directly into \`<Checkpoint>\`.
62:1 element: There is no kind of question \`guess\`.
69:1 raised: It ended with ValueError: now, not with ValueEror
72:31 element: The explorable \`descent-1d\` has no \`raet\`. Did you mean \`rate\`?
72:42 element: \`rate\` is “a lot”, and should be a number from 0.001 to 1.5.
72:55 element: \`curve\` is “qartic”, and should be one of square, quartic, tilted. Did you mean \`quartic\`?
72:70 element: The explorable \`descent-1d\` has no \`stpe\`. Did you mean \`step\`?
74:1 element: There is no example \`fuorth\` on this page. Did you mean \`fourth\`?
76:3 element: \`f\` is no formula in x: At character 3, “^2” does not fit the text before it.
77:3 element: \`h\` is “100”, and should be a number from 0.001 to 2.
81:33 element: \`step\` is “-1”, and should be a whole number.
83:33 element: \`step\` is 400000, and the last step of this state is 20.
87:1 fence: This fence is never closed: everything after it counts as code.
`
  .trim()
  .split('\n');

it('a lesson with a mistake of every kind has all of them named in one run, each with its place and what to write', async () => {
  const glossary = '- term: Gradient\n  slug: gradient\n';
  const lists = Object.fromEntries(
    ['src/figures/lesson/figures.ts', 'src/explorables/explorables.ts'].map((path) => [
      path,
      readFileSync(join(root, path), 'utf8'),
    ]),
  );
  const { run } = project({ 'content/guide/99-broken.mdx': lesson, 'content/glossary.yaml': glossary, ...lists });
  const { out, code } = await run(['--json'], {}, { settingCheck: explorableSettings });
  const { findings = [] } = (JSON.parse(out) as RunReport).files[0] ?? {};
  expect(findings.map(({ place, kind, message }) => `${place.line}:${place.column} ${kind}: ${message}`)).toEqual(
    mistakes,
  );
  expect(findings.filter(({ hint, rows }) => !hint && !rows)).toEqual([]);
  const hints = findings.filter(({ message }) => /no (?:figure|explorable)/.test(message)).map(({ hint }) => hint);
  expect(hints.map((hint) => hint?.match(/(?<=`)[\w-]+(?=`)/g))).toEqual([
    Object.keys(figures),
    Object.keys(explorables),
  ]);
  expect(code).toBe(2);
});

it('a link to a page or a file outside the lessons leads to one that there is', async () => {
  const text = '[a](/nope.pdf) [b](/glossary/) [c](/teaching/start/) [d](/a.svg) [e](/glosary/) [f](/)\n';
  const { run } = project({
    'content/reference/links.mdx': `---\ntitle: A\nsummary: B.\norder: 1\n---\n\n${text}`,
    'src/pages/glossary.astro': '',
    'src/pages/teaching/[lesson].astro': '',
    'public/a.svg': '',
  });
  const { out } = await run(['--json']);
  const { findings = [] } = (JSON.parse(out) as RunReport).files[0] ?? {};
  expect(findings.map(({ place, message }) => `${place.line}:${place.column} ${message}`)).toEqual([
    '7:1 There is no page and no file `/nope.pdf`.',
    '7:66 There is no page and no file `/glosary/`.',
  ]);
});

const page = (order: number, title: string, text: string) =>
  `---\ntitle: ${title}\nsummary: One.\nobjectives: {}\nminutes: 1\nprerequisites: []\norder: ${order}\n---\n\n${text}\n`;

async function saidOf(file: string, files: Readonly<Record<string, string>>) {
  const { out } = await project(files).run(['--json', file]);
  const [{ findings = [] } = {}] = (JSON.parse(out) as RunReport).files;
  return findings.map(({ place, message, hint }) => `${place.line}:${place.column} ${message} ${hint}`);
}

it('a lesson alone is compared with the numbers and titles of all others', async () => {
  const files = { 'content/guide/01-a.mdx': page(1, 'A', 'B.'), 'content/guide/01-b.mdx': page(1, 'A', 'B.') };
  for (const [one = '', other = ''] of ['ab', 'ba'])
    expect(await saidOf(`content/guide/01-${one}.mdx`, files)).toEqual(
      expect.arrayContaining([
        expect.stringContaining(`content/guide/01-${other}.mdx has the same number.`),
        expect.stringContaining(`content/guide/01-${other}.mdx has the same title.`),
      ]),
    );
});

it('names of files and parts that differ in capital letters are named with the right spelling', async () => {
  const text = '## Part\n\n![a](Pics/a.PNG) ![a](/B.png) [a](#Part) [a](/guide/A/) [a](/Map/) [a](/sheets/A.pdf)';
  const said = await saidOf('content/guide/01-a.mdx', {
    'content/guide/01-a.mdx': page(1, 'A', text),
    'content/guide/pics/A.png': '',
    'public/b.png': '',
    'public/Sheets/a.pdf': '',
    'src/pages/map.astro': '',
  });
  const right = ['pics/A.png', '/b.png', 'part', '/guide/a/', '/map/', '/Sheets/a.pdf'];
  for (const one of right) expect(said).toContainEqual(expect.stringContaining(`\`${one}\``));
});
