import { lastPlace, standing } from '../../exercises/progress/lesson-progress.ts';
import { explorableItem, type Item, sectionItem } from '../../exercises/progress/progress-item.ts';
import type { Progress } from '../../exercises/progress/progress-store.ts';
import { makeElement } from '../dom/make-element.ts';

/** Marks in the tables of contents what was read and solved, and links to where the reader was last. */
export function markContents(page: Document, lesson: string, progress: Progress): void {
  const last = lastPlace(progress, lesson);
  const answered = markExplorables(page, progress);
  for (const list of page.querySelectorAll('.contents')) {
    showContinue(list, last?.anchor);
    for (const link of list.querySelectorAll('a')) {
      const anchor = decodeURIComponent(link.hash.slice(1));
      const exercise = page.getElementById(anchor)?.closest<HTMLElement>('[data-exercise]')?.dataset['exercise'];
      const words =
        exercise === undefined
          ? (sectionState(sectionItem(lesson, anchor), progress) ?? (answered.has(anchor) ? 'guessed' : undefined))
          : exerciseState(`exercise/${exercise}`, progress);
      link.querySelector('.contents-state')?.remove();
      if (words)
        link.append(
          makeElement(
            'span',
            { className: 'contents-state', title: words },
            makeElement('span', { className: 'visually-hidden' }, ` (${words})`),
          ),
        );
    }
  }
}

/** Marks the explorables whose question was answered; returns the anchors of the sections that they are in. */
function markExplorables(page: Document, progress: Progress): Set<string> {
  const sections = new Set<string>();
  let section = '';
  for (const element of page.querySelectorAll<HTMLElement>('h2[id], calculus-explorable')) {
    if (element.id !== '' && element.tagName === 'H2') section = element.id;
    else {
      const isAnswered = progress.has(explorableItem(element.dataset['id'] ?? ''));
      element.toggleAttribute('data-answered', isAnswered);
      if (isAnswered) sections.add(section);
    }
  }
  return sections;
}

function exerciseState(item: Item, progress: Progress): string | undefined {
  const state = standing(item, progress.get(item) ?? []);
  if (state === 'open') return undefined;
  return state === 'done' ? 'solved' : 'to solve once more';
}

function sectionState(item: Item, progress: Progress): string | undefined {
  return progress.get(item)?.some(([, outcome]) => outcome === 'read') ? 'read' : undefined;
}

/** Where the reader was at an earlier visit, told once; in this one, the reader knows. */
function showContinue(list: Element, anchor: string | undefined): void {
  if (list.hasAttribute('data-visited')) return;
  list.toggleAttribute('data-visited', true);
  const link = [...list.querySelectorAll('a')].find(({ hash }) => decodeURIComponent(hash.slice(1)) === anchor);
  if (!link) return;
  const again = makeElement('a', { href: link.hash }, link.textContent);
  list.before(makeElement('p', { className: 'contents-continue' }, 'Continue: ', again));
}
