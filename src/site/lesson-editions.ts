import { readFileSync } from 'node:fs';
import { lessonCells } from '../editions/lesson-cells.ts';
import { lessonNotebook } from '../editions/lesson-notebook.ts';
import { lessonScript } from '../editions/lesson-script.ts';
import { type LessonPart, plainLesson } from '../editions/plain-lesson.ts';
import switching from '../editions/session_switch.py?raw';
import { lessonMarkdown } from '../editions/write-markdown.ts';
import { href } from './href.ts';
import { type Lesson, lessonPath } from './lessons.ts';
import { type ReferencePage, referencePath } from './references.ts';

/** The other forms of a lesson, by the ending of their files. */
export const editions = ['md', 'ipynb', 'py'] as const;
export type Edition = (typeof editions)[number];

/** The path of another form of a lesson, from the root of the site. */
export const editionPath = ({ id }: Lesson, edition: Edition): string => `/guide/${id}.${edition}`;

/** A lesson in another form, made from the same source as its page. */
export function writeEdition(lesson: Lesson, edition: Edition, site: URL | undefined): string {
  const { title, summary } = lesson.data;
  const parts = partsOf(lesson, new URL(href(lessonPath(lesson)), site).href);
  if (edition === 'md') return lessonMarkdown(title, parts).replace('\n', `\n\n${summary}\n`);
  const cells = lessonCells(title, parts, switching);
  return edition === 'ipynb' ? lessonNotebook(cells) : lessonScript(cells);
}

/** A page of the reference as Markdown, made from the same source as its page. */
export function referenceMarkdown(page: ReferencePage, site: URL | undefined): string {
  const { title, summary } = page.data;
  const parts = partsOf(page, new URL(href(referencePath(page)), site).href);
  return lessonMarkdown(title, parts).replace('\n', `\n\n${summary}\n`);
}

/** The parts that were read last: the forms of a lesson are written one after the other. */
let lastRead: { readonly text: string; readonly page: string; readonly parts: readonly LessonPart[] } | undefined;

function partsOf({ filePath }: Lesson | ReferencePage, page: string): readonly LessonPart[] {
  if (filePath === undefined) throw new Error('A page is read from a file.');
  const text = readFileSync(filePath, 'utf8');
  if (lastRead?.text !== text || lastRead.page !== page) lastRead = { text, page, parts: plainLesson(text, page) };
  return lastRead.parts;
}
