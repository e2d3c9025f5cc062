import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatPlace } from '../../src/core/place.ts';
import { findLessons } from '../../src/verify/files/find-lessons.ts';
import { isWholeGuide, lessonsBeside } from '../../src/verify/lessons-beside.ts';
import { checkGuide } from '../../src/verify/read/check-guide.ts';
import { readLesson } from '../../src/verify/read/read-lesson.ts';
import { scratchFolder } from './scratch-folder.ts';

const head = (objectives: string) =>
  `---\ntitle: A\nsummary: One.\nobjectives:\n${objectives}minutes: 1\nprerequisites: []\norder: 0\n---\n\n`;

const question = (attributes: string) => `<Question kind="choose" ${attributes}>

Which?

<Choice right>

This

It is.

</Choice>

<Choice>

That

No.

</Choice>

<Choice>

None

No.

</Choice>

<Card>

Which?

This.

</Card>

</Question>

`;

const predict = `<Predict name="seen" of="run" objectives="one">

What?

<Choice right>

One

It is.

</Choice>

<Choice>

Two

No.

</Choice>

</Predict>

\`\`\`python name=run
x = 1
\`\`\`

`;

const exercise = `<Exercise number="1.1" title="Try" objectives="one">

\`\`\`python check
x
\`\`\`

</Exercise>

`;

const explorable = '<Explorable name="descent-1d" objectives="one" />\n\n';

/** What is said of some lessons, as `file:line:column message`. */
function said(lessons: Readonly<Record<string, string>>): string[] {
  const whole = (file: string, text: string) =>
    `${text.replace('title: A', `title: ${file}`)}\n\n<Opening>\n\nA?\n\n</Opening>\n`;
  return saidOf(Object.fromEntries(Object.entries(lessons).map(([file, text]) => [file, whole(file, text)])));
}

/** The same of lessons as they are, without an opening and with titles of their own. */
function saidOf(lessons: Readonly<Record<string, string>>): string[] {
  const read = Object.entries(lessons).map(([file, text]) => readLesson(`content/guide/${file}.mdx`, text));
  const found = checkGuide(read);
  return [...found.values()].flat().map(({ place, message }) => `${formatPlace(place)} ${message}`);
}

const one = head('  one: Do one thing\n');

describe('the marks of an objective', () => {
  it('are all asked for, at the line of the objective', () => {
    expect(said({ '00-a': one })).toEqual(
      ['prediction', 'handle', 'run', 'exercise', 'question'].map(
        (mark) => `content/guide/00-a.mdx:5:3 The objective \`one\` has no ${mark}.`,
      ),
    );
  });

  it('come from a prediction and its run, an explorable, an exercise with a check, and a question', () => {
    const text = one + predict + explorable + exercise + question('name="q" objectives="one"');
    expect(said({ '00-a': text })).toEqual([]);
    expect(said({ '00-a': text.replace('python check', 'python') })[0]).toContain('no exercise');
    expect(said({ '00-a': text.replace('<Predict', '<Note').replace('</Predict', '</Note') })).toHaveLength(1);
    const another = { '00-a': text, '01-b': one + predict.replaceAll('seen', 'b') + explorable + exercise };
    expect(said({ ...another, '01-b': another['01-b'] + question('name="r" objectives="one" from="a"') })).toEqual([
      'content/guide/01-b.mdx:5:3 The objective `one` has no question.',
    ]);
  });
});

describe('the number of an exercise', () => {
  const numbered = (numbers: readonly string[]) =>
    numbers.map((number, i) => {
      const fences = ['starter', 'check', 'solution'].map((role) => `\`\`\`python ${role}\nx\n\`\`\`\n\n`).join('');
      return `<Exercise name="e${i}" number="${number}" title="Try" tries="It." objectives="one">\n\n${fences}</Exercise>\n\n`;
    });
  const numbersSaid = (file: string, numbers: readonly string[]) =>
    said({ [file]: one + numbered(numbers).join('') }).filter((message) => message.includes('is number'));

  it('is that of its lesson and its place there', () => {
    expect(numbersSaid('07-a', ['7.1', '7.2'])).toEqual([]);
    expect(numbersSaid('07-a', ['7.1', '5.3', '7.3'])).toEqual([
      'content/guide/07-a.mdx:27:1 Exercise 5.3 is number 2 of lesson 7.',
    ]);
    expect(numbersSaid('00-a', ['S.1'])).toEqual(['content/guide/00-a.mdx:11:1 Exercise S.1 is number 1 of lesson 0.']);
  });
});

describe('what is handled', () => {
  const text = one + predict + exercise + question('name="q" objectives="one"');

  it('is an explorable, or the lines of an exercise that names the objective', () => {
    expect(said({ '00-a': text })).toEqual(['content/guide/00-a.mdx:5:3 The objective `one` has no handle.']);
    expect(said({ '00-a': text + explorable })).toEqual([]);
    expect(said({ '00-a': text.replace('title="Try"', 'title="Try" handles="one"') })).toEqual([]);
  });

  it.each([
    [
      'an objective of the exercise',
      'handles="on"',
      'Exercise 1.1 handles `on`, which is none of its objectives. Did you mean `one`?',
    ],
    [
      'lines among which there are wrong ones',
      'handles="one"',
      'Exercise 1.1 has no wrong lines among those that are put in order.',
    ],
  ])('in an exercise is %s', (_, attributes, message) => {
    const fences = ['starter', 'check', 'solution'].map((role) => `\`\`\`python ${role}\nx\n\`\`\`\n\n`).join('');
    const own = `<Exercise name="e" number="1.1" title="Try" tries="It." objectives="one" ${attributes}>\n\n${fences}</Exercise>\n`;
    const messages = (added: string) =>
      readLesson('content/guide/01-a.mdx', one + own.replace('</Exercise>', `${added}</Exercise>`))
        .extracted.diagnostics.filter(({ rule }) => rule === 'exercise/handles')
        .map((found) => found.message);
    expect(messages('')).toContain(message);
    expect(messages('```python distractors\ny\n```\n\n')).not.toContain(
      'Exercise 1.1 has no wrong lines among those that are put in order.',
    );
  });

  it('takes no objective that the lesson does not have', () => {
    const { extracted } = readLesson('content/guide/00-a.mdx', text + explorable.replace('"one"', '"on"'));
    expect(extracted.diagnostics.map(({ message }) => message)).toContain(
      'This lesson has no objective `on`. Did you mean `one`?',
    );
  });
});

/** What is said besides the marks that the lessons lack. */
function withoutMarks(lessons: Readonly<Record<string, string>>): string[] {
  return said(lessons).filter((one) => !/ has no (?:prediction|handle|run|exercise|question)\.$/.test(one));
}

describe('the questions of several lessons', () => {
  it('have names of their own', () => {
    const text = one + question('name="q" objectives="one"');
    expect(withoutMarks({ '00-a': text, '01-b': text })).toEqual([
      'content/guide/01-b.mdx:11:1 The name `q` is taken in content/guide/00-a.mdx, line 11.',
    ]);
  });

  it.each([
    ['a lesson that is not there', 'from="aa" objectives="one"', 'No earlier lesson is called `aa`. Did you mean `a`?'],
    ['a later lesson', 'from="c" objectives="one"', 'No earlier lesson is called `c`.'],
    ['an objective that is not there', 'from="a" objectives="on"', '`a` has no objective `on`. Did you mean `one`?'],
  ])('recall no %s', (_, attributes, message) => {
    const lessons = { '00-a': one, '01-b': one + question(`name="q" ${attributes}`), '02-c': one };
    expect(withoutMarks(lessons)).toEqual([expect.stringContaining(message)]);
  });
});

describe('lessons beside those that are verified', () => {
  const asking = (from: string) => one + question(`name="q" from="${from}" objectives="one"`);

  /** The lessons that are read, and the findings about questions of an earlier lesson. */
  async function verifyPart(lessons: Readonly<Record<string, string>>, names: readonly string[]) {
    const cwd = scratchFolder();
    mkdirSync(join(cwd, 'guide'));
    for (const [name, text] of Object.entries(lessons)) writeFileSync(join(cwd, `guide/${name}.mdx`), text);
    const part = names.map((name) => readLesson(`guide/${name}.mdx`, lessons[name] ?? ''));
    const beside = await lessonsBeside(part, cwd, async (file, source) =>
      readLesson(file, 'text' in source ? source.text : ''),
    );
    const found = [...checkGuide(part, beside).values()].flat();
    const messages = found.map(({ message }) => message).filter((message) => message.startsWith('No earlier'));
    return { read: beside.map(({ file }) => file), messages };
  }

  it('are read where a question asks about them, and no others', async () => {
    const lessons = { '00-a': one, '01-b': one, '02-c': asking('a'), '03-d': asking('c') };
    expect(await verifyPart(lessons, ['02-c', '03-d'])).toEqual({ read: ['guide/00-a.mdx'], messages: [] });
    expect(await verifyPart(lessons, ['00-a', '01-b'])).toEqual({ read: [], messages: [] });
    expect(await verifyPart(lessons, ['03-d'])).toEqual({ read: ['guide/02-c.mdx'], messages: [] });
  });

  it('give the name that is nearest to a wrong one', async () => {
    const lessons = { '00-limits': one, '01-b': asking('limit') };
    expect((await verifyPart(lessons, ['01-b'])).messages).toEqual([
      'No earlier lesson is called `limit`. Did you mean `limits`?',
    ]);
  });

  it('are what makes a verification one of a part of the guide', () => {
    const cwd = scratchFolder();
    mkdirSync(join(cwd, 'guide'));
    for (const name of ['00-a', '01-b']) writeFileSync(join(cwd, `guide/${name}.mdx`), one);
    const isWhole = (...args: string[]) => isWholeGuide(findLessons(args, cwd), cwd);
    expect([isWhole('guide'), isWhole('.'), isWhole('guide/00-a.mdx', 'guide/01-b.mdx')]).toEqual([true, true, true]);
    expect([isWhole('guide/00-a.mdx'), isWhole('guide/00-a.mdx#run')]).toEqual([false, false]);
  });
});

it('a lesson has an opening, and a number and a title that none before it has', () => {
  const text = head('  a: Do it\n');
  const found = saidOf({ '03-a': text, '03-b': text, '04-c': text.replace('title: A', 'title: "A"') });
  const about = found.filter((one) => !one.includes('objective'));
  expect(about).toEqual([
    'content/guide/03-a.mdx:1:1 This lesson has no opening.',
    'content/guide/03-b.mdx:1:1 This lesson has no opening.',
    'content/guide/03-b.mdx:1:1 content/guide/03-a.mdx has the same number.',
    'content/guide/03-b.mdx:1:1 content/guide/03-a.mdx has the same title.',
    'content/guide/04-c.mdx:1:1 This lesson has no opening.',
    'content/guide/04-c.mdx:1:1 content/guide/03-a.mdx has the same title.',
  ]);
});

it('of a lesson with a formula that is never closed, nothing else is said to be missing', () => {
  expect(said({ '03-a': `${head('  a: Do it\n')}$$\nx` })).toEqual([]);
});
