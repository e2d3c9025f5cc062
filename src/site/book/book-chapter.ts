import { answersToEnd, linksToFootnotes } from '../../core/for-paper.ts';

/** The parts of a chapter of the book, as HTML. */
export interface BookChapter {
  readonly text: string;
  /** Empty if its exercises have no solutions. */
  readonly solutions: string;
  /** The items of a list of addresses. */
  readonly links: string;
}

/** A lesson whose built page becomes a chapter. */
export interface ChapterSource {
  readonly id: string;
  /** The absolute address of its page. */
  readonly page: string;
}

/** Controls, which do nothing on a page without their programs, and what these say. */
const controls =
  '.needs-script, .handle, .explorable-more, .fold:has(.puzzle), button, input, select, textarea, script, template, [data-lesson], .warm-up';

/** The checks of answers. */
const checks = ['data-check', 'data-lines'];

/** Attributes whose values are the identifiers of other elements. */
const references = ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'headers', 'popovertarget'];

/**
 * The text of a lesson as a chapter of the book: without controls, with identifiers of its own, with its solutions taken
 * out, and with the links numbered that lead out of the book.
 *
 * @param article the text in the built page of the lesson, which is changed
 * @param source the lesson
 * @param chapters all lessons of the book: links to their pages lead to their chapters
 */
export function bookChapter(article: Element, source: ChapterSource, chapters: readonly ChapterSource[]): BookChapter {
  const document = article.ownerDocument;
  for (const control of article.querySelectorAll(controls)) control.remove();
  for (const cell of article.querySelectorAll('python-cell')) for (const name of checks) cell.removeAttribute(name);
  for (const fold of article.querySelectorAll('details')) {
    fold.setAttribute('open', '');
    fold.removeAttribute('hidden');
  }
  for (const link of article.querySelectorAll('a[href]'))
    link.setAttribute('href', addressInBook(link, source, chapters));
  prefixIdentifiers(article, source.id);
  const solutions = document.createElement('div');
  answersToEnd(article, solutions);
  const links = document.createElement('ol');
  linksToFootnotes([article, solutions], links, (link) => {
    const address = link.getAttribute('href') ?? '';
    return address.startsWith('#') || link.classList.contains('term') || link.closest('.example-mark')
      ? undefined
      : address;
  });
  return { text: article.innerHTML, solutions: solutions.innerHTML, links: links.innerHTML };
}

/** The address of a link: in the book where it leads to a chapter, and otherwise absolute. */
function addressInBook(link: Element, { id, page }: ChapterSource, chapters: readonly ChapterSource[]): string {
  const url = new URL(link.getAttribute('href') ?? '', page);
  const anchor = url.hash.slice(1);
  const to = chapters.find((chapter) => chapter.page === url.origin + url.pathname)?.id;
  if (to === undefined) return url.href;
  if (anchor === '') return to === id ? `#${id}` : `#${to}`;
  return `#${identifier(to, anchor)}`;
}

/** An identifier of a lesson, in the book. */
function identifier(lesson: string, name: string): string {
  return `${lesson}.${name}`;
}

/** Makes the identifiers of a lesson its own: lessons have parts of the same name. Links are left as they are. */
function prefixIdentifiers(article: Element, lesson: string): void {
  for (const element of article.querySelectorAll('*'))
    for (const { name, value } of [...element.attributes]) {
      if (name === 'id') element.setAttribute(name, identifier(lesson, value));
      else if (references.includes(name))
        element.setAttribute(
          name,
          value
            .split(/\s+/)
            .map((one) => identifier(lesson, one))
            .join(' '),
        );
      else if (value.includes('url(#')) element.setAttribute(name, value.replaceAll('url(#', `url(#${lesson}.`));
      else if (name === 'href' && element.localName === 'use')
        element.setAttribute(name, value.replace(/^#/, `#${lesson}.`));
    }
}
