import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type LessonCell, lessonCells } from '../../src/editions/lesson-cells.ts';
import { lessonNotebook } from '../../src/editions/lesson-notebook.ts';
import { lessonScript } from '../../src/editions/lesson-script.ts';
import { plainLesson } from '../../src/editions/plain-lesson.ts';
import { lessonMarkdown } from '../../src/editions/write-markdown.ts';
import { findLessons } from '../../src/verify/files/find-lessons.ts';
import { isWhole } from '../depth.ts';
import { machinePythons } from '../python/machine-pythons.ts';
import { scratchFolder } from '../verify/scratch-folder.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const switching = readFileSync(`${root}/src/editions/session_switch.py`, 'utf8');
const lessons = findLessons(['content/guide'], root).map(({ file }) => {
  const parts = plainLesson(readFileSync(`${root}/${file}`, 'utf8'), 'https://guide.example/base/guide/a-lesson/');
  return { file, parts, cells: lessonCells('A lesson', parts, switching) };
});

/** The output of a run of the cells: what the lesson shows of those that come to their end. */
const expected = (cells: readonly LessonCell[]) =>
  cells.flatMap((cell) => (cell.kind === 'code' && cell.raises === undefined ? [cell.output ?? ''] : [])).join('');

const python = machinePythons.find(({ numpy, matplotlib }) => numpy !== null && matplotlib !== null);

/** Whether this Python can run a notebook, as learners do. */
const hasNotebooks =
  python !== undefined && spawnSync(python.executable, ['-c', 'import ipykernel, nbconvert']).status === 0;

it.skipIf(!hasNotebooks).each(isWhole ? lessons : lessons.slice(-1))(
  '$file as a notebook, run by nbconvert, prints the same',
  ({ cells }) => {
    const folder = scratchFolder();
    writeFileSync(join(folder, 'lesson.ipynb'), lessonNotebook(cells));
    const convert = ['-m', 'nbconvert', '--to', 'notebook', '--execute', '--output', 'run.ipynb', 'lesson.ipynb'];
    const run = spawnSync(python?.executable ?? '', convert, { cwd: folder, encoding: 'utf8' });
    expect(run.status, run.stderr).toBe(0);
    const ran = JSON.parse(readFileSync(join(folder, 'run.ipynb'), 'utf8')) as { cells: RunCell[] };
    const printed = ran.cells.map(({ outputs = [] }) =>
      outputs.map(({ name, text }) => (name === 'stdout' ? [text].flat().join('') : '')).join(''),
    );
    for (const [i, cell] of cells.entries()) {
      if (cell.kind === 'code' && cell.raises === undefined && cell.output !== undefined) {
        expect(printed[i]).toMatch(asPattern(cell.output));
      }
    }
  },
);

interface RunCell {
  readonly outputs?: readonly { readonly name?: string; readonly text?: string | readonly string[] }[];
}

/** An output in which a value that is another at every run is left open. */
function asPattern(output: string): RegExp {
  return new RegExp(`^${RegExp.escape(output).replaceAll('…', '.+')}$`);
}

const scratch = scratchFolder();

describe.each(lessons)('$file', ({ parts, cells }) => {
  it.skipIf(!python)('as a script prints what the lesson shows, from its first program to its last', () => {
    const run = spawnSync(python?.executable ?? '', ['-I', '-'], {
      // Some programs save a picture.
      cwd: scratch,
      input: lessonScript(cells),
      encoding: 'utf8',
      env: { ...process.env, MPLBACKEND: 'Agg', PYTHONWARNINGS: 'ignore' },
    });
    expect(run.stderr).not.toContain('Traceback');
    // A value that is another at every run is not in the lesson either.
    expect(run.stdout).toMatch(asPattern(expected(cells)));
  });

  it('as a notebook has the same programs and outputs, as text that can be joined again', () => {
    const notebook = JSON.parse(lessonNotebook(cells)) as {
      cells: { cell_type: string; id: string; source: string[]; outputs?: { text: string[] }[] }[];
    };
    expect(new Set(notebook.cells.map(({ id }) => id)).size).toBe(notebook.cells.length);
    const programs = notebook.cells.filter(({ cell_type }) => cell_type === 'code');
    const wanted = cells.filter((cell) => cell.kind === 'code');
    expect(programs.map(({ source }) => `${source.join('')}\n`)).toEqual(wanted.map(({ code }) => code));
    expect(programs.map(({ outputs }) => outputs?.map(({ text }) => `${text.join('')}\n`).join(''))).toEqual(
      wanted.map(({ output, raises }) => (raises === undefined ? (output ?? '') : '')),
    );
  });

  it('as Markdown has no component, no check and no wrong answer in it', () => {
    const markdown = lessonMarkdown('A lesson', parts);
    const outside = markdown.replace(/^```[\s\S]*?^```$/gm, '').replace(/`[^`]*`|\$[^$]*\$/g, '');
    expect(outside).not.toMatch(/<\/?[A-Z]/);
    expect(markdown).not.toMatch(/^```python (?:check|wrong|starter|name)/m);
    expect(markdown).not.toContain('instead={');
    const links = [...outside.matchAll(/\]\(([^)]*)\)/g)].map(([, url]) => url);
    expect(links.filter((url) => !url?.startsWith('https://'))).toEqual([]);
    expect(
      links.filter((url) => url?.startsWith('https://guide.example/')).every((url) => url?.includes('/base/')),
    ).toBe(true);
  });
});

it('asks a question with all its choices, or with none where a number or a line is to be found', () => {
  const choice = (attributes: string, label: string) =>
    `<Choice${attributes}>\n\n${label}\n\nReason for ${label}.\n\n</Choice>\n\n`;
  const markdownOf = (choices: string) =>
    lessonMarkdown(
      'A',
      plainLesson(`<Question kind="any">\n\nWhich?\n\n${choices}</Question>\n`, 'https://a/guide/b/'),
    );
  const chosen = markdownOf(choice('', 'one') + choice(' right', 'two'));
  expect(chosen).toContain('Which?\n\n1. one\n2. two\n\n**Answer**\n\ntwo\n\nReason for two.\n');
  expect(chosen).not.toContain('Reason for one');
  const computed = markdownOf(choice(' right within="0.1"', '7') + choice('', '8'));
  expect(computed).toContain('Which?\n\n**Answer**\n\n7\n\nReason for 7.\n');
  expect(computed).not.toContain('8');
  expect(markdownOf(choice(' line="1"', 'this') + choice(' right line="2"', 'that'))).toContain(
    'Which?\n\n**Answer: line 2**\n\nthat',
  );
});
