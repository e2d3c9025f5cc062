import type { Item } from '../../exercises/progress/progress-item.ts';
import { returningItems } from '../../exercises/review/schedule.ts';
import { makeButton } from '../dom/make-button.ts';
import { makeElement } from '../dom/make-element.ts';
import { openProgress } from '../progress/open-progress.ts';
import { askCards, cardsIn, type ShownCard } from './ask-cards.ts';
import { endOfDay } from './end-of-day.ts';

/** Questions at the start of a lesson. */
const count = 3;

/**
 * Offers the few questions of earlier lessons that have waited longest, before a lesson begins. Where none is due, or the
 * page of all cards cannot be fetched, nothing is shown.
 *
 * @param now milliseconds since 1970
 */
export async function offerWarmUp(place: HTMLElement, now: () => number): Promise<void> {
  const until = endOfDay(now());
  const due = returningItems(openProgress().all()).filter(
    ({ item, at }) => item.startsWith('question/') && at <= until,
  );
  if (due.length === 0) return;
  const earlier = (place.dataset['lessons'] ?? '').split(' ').filter(Boolean);
  const cards = await fetchCards(place.dataset['review'] ?? '', earlier);
  const chosen = due.flatMap(({ item }) => cards.get(item) ?? []).slice(0, count);
  if (chosen.length > 0) offer(place, chosen);
}

function offer(place: HTMLElement, cards: readonly ShownCard[]): void {
  const progress = openProgress();
  const body = makeElement('div', { className: 'review-body' });
  const start = makeButton('Start', () =>
    askCards(body, cards, {
      answered: (item, outcome) => progress.add(item, outcome),
      done: () => body.replaceChildren(makeElement('p', {}, 'Done. On with the lesson.')),
    }),
  );
  start.className = 'question-button';
  const words =
    cards.length === 1
      ? 'One question from an earlier lesson has come back.'
      : `${cards.length} questions from earlier lessons have come back.`;
  body.append(makeElement('div', { className: 'question-bar' }, start));
  place.replaceChildren(
    makeElement('p', { className: 'question-kind' }, 'Before you begin'),
    makeElement('p', {}, words),
    body,
  );
  place.hidden = false;
}

async function fetchCards(address: string, lessons: readonly string[]): Promise<ReadonlyMap<Item, ShownCard>> {
  try {
    const answer = await fetch(address);
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const decks = lessons.map((lesson) => page.querySelector(`.deck[data-lesson="${CSS.escape(lesson)}"]`));
    return new Map(decks.flatMap((deck) => (deck ? [...cardsIn(deck)] : [])));
  } catch {
    return new Map();
  }
}
