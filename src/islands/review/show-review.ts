import type { Item } from '../../exercises/progress/progress-item.ts';
import { dueItems, nextDay, sittingLength } from '../../exercises/review/review-session.ts';
import { returningItems } from '../../exercises/review/schedule.ts';
import { makeButton } from '../dom/make-button.ts';
import { makeElement } from '../dom/make-element.ts';
import { keepProgress } from '../progress/keep-progress.ts';
import { openProgress } from '../progress/open-progress.ts';
import { askCards, cardsIn, type ShownCard } from './ask-cards.ts';
import { endOfDay } from './end-of-day.ts';
import { offerCards } from './offer-cards.ts';

/**
 * Shows what is due today above all cards of the guide, asks it, and below it what is known of the reader.
 *
 * @param now milliseconds since 1970
 */
export function showReview(root: HTMLElement, now: () => number): void {
  const cards = cardsIn(root);
  const place = root.querySelector<HTMLElement>('.review-today');
  if (!place) return;
  const page = { root, place, cards, now };
  root.append(
    offerCards(root),
    keepProgress(openProgress(), () => showToday(page)),
  );
  showToday(page);
}

/** The page of all cards, and where in it the ones of today are shown. */
interface ReviewPage {
  readonly root: HTMLElement;
  readonly place: HTMLElement;
  readonly cards: ReadonlyMap<Item, ShownCard>;
  readonly now: () => number;
}

function showToday(page: ReviewPage): void {
  const { root, place, cards, now } = page;
  const progress = openProgress();
  const returning = returningItems(progress.all());
  const until = endOfDay(now());
  const all = dueItems(returning, until);
  // An item of another page, such as one that was taken out of the guide, has no card.
  const questions = all.flatMap((item) => cards.get(item) ?? []);
  const due = questions.slice(0, sittingLength);
  const again = exercisesAgain(root, all);
  const none = again.length === 0 ? 'Nothing is due today' : 'No question is due today';
  const title = makeElement('h2', {}, due.length === 0 ? none : sayDue(questions.length));
  const body = makeElement('div', { className: 'review-body' });
  place.replaceChildren(title, body, ...again);
  if (due.length === 0) {
    const next = nextDay(returning, cards, until);
    body.append(
      makeElement(
        'p',
        {},
        next ? sayNext(next) : 'Answer the questions of a lesson, and they return here. So far there are none.',
      ),
    );
    return;
  }
  const start = makeButton('Start', () =>
    askCards(body, due, {
      answered: (item, outcome) => progress.add(item, outcome),
      done: () => showToday(page),
    }),
  );
  start.className = 'question-button';
  body.append(makeElement('div', { className: 'question-bar' }, start));
}

/** Links to the exercises that are due: they are solved in their lessons. */
function exercisesAgain(root: HTMLElement, due: readonly Item[]): HTMLElement[] {
  const links = [...root.querySelectorAll<HTMLElement>('.card-exercise')].filter(({ dataset }) =>
    due.includes(dataset['item'] as Item),
  );
  if (links.length === 0) return [];
  const list = makeElement(
    'ul',
    {},
    ...links.map((link) => makeElement('li', {}, ...(link.cloneNode(true) as Element).childNodes)),
  );
  return [makeElement('p', {}, 'Exercises to solve once more:'), list];
}

function sayDue(count: number): string {
  return count === 1 ? 'One question is due today' : `${count} questions are due today`;
}

function sayNext({ days, count }: { readonly days: number; readonly count: number }): string {
  const what = count === 1 ? 'The next one returns' : `The next ${count} return`;
  return `${what} ${days === 1 ? 'tomorrow' : `in ${days} days`}.`;
}
