import type { APIRoute } from 'astro';
import { href } from '../site/href.ts';
import { editionPath } from '../site/lesson-editions.ts';
import { lessonsInOrder } from '../site/lessons.ts';
import { referenceMarkdownPath, referencesInOrder } from '../site/references.ts';
import { siteName, siteSummary } from '../site/site-facts.ts';
import { twinnedPages, twinOf } from '../site/twinned-pages.ts';

/**
 * The guide for language models: what it is, and its pages as Markdown.
 *
 * @see https://llmstxt.org
 */
export const GET: APIRoute = async ({ site }) => {
  const lessons = await lessonsInOrder();
  const references = await referencesInOrder();
  const at = (path: string) => new URL(href(path), site).href;
  const text = [
    `# ${siteName}\n`,
    `> ${siteSummary}\n`,
    '## Lessons\n',
    ...lessons.map((lesson) => `- [${lesson.data.title}](${at(editionPath(lesson, 'md'))}): ${lesson.data.summary}`),
    '\n## To look things up\n',
    ...references.map((page) => `- [${page.data.title}](${at(referenceMarkdownPath(page))}): ${page.data.summary}`),
    `- [Glossary](${at('/glossary.md')}): the words of the guide, and how their symbols are read`,
    `- [NumPy in the page](${at('/reference/numpy.md')}): the names of NumPy that the Python in the page has`,
    '\n## About the guide\n',
    ...twinnedPages.map(({ path, title, about }) => `- [${title}](${at(twinOf(path))}): ${about}`),
    '\n## For teachers\n',
    `- [Route map](${at('/map.md')}): what each lesson needs of the others`,
    ...lessons.map(({ id, data: { title } }) => `- [Teaching: ${title}](${at(`/teaching/${id}.md`)})`),
  ];
  return new Response(`${text.join('\n')}\n`, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
};
