import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { ProgressStore } from '../../../src/exercises/progress/progress-store.ts';
import { writeStored } from '../../../src/exercises/progress/stored-record.ts';
import { pageStorage } from '../../../src/islands/dom/page-storage.ts';
import { MemoryStore } from '../memory-store.ts';

const stored = new MemoryStore();
const page = parseHTML('<!doctype html><html><body></body></html>');
const day = 24 * 60 * 60 * 1000;
const now = Date.UTC(2026, 0, 2, 12);
let progress: ProgressStore;
let parts: {
  showReview: typeof import('../../../src/islands/review/show-review.ts').showReview;
  offerWarmUp: typeof import('../../../src/islands/review/warm-up.ts').offerWarmUp;
};
let fetched: string[] = [];

vi.mock('../../../src/islands/progress/open-progress.ts', () => ({ openProgress: () => progress }));

const deck = (lesson: string, ...names: string[]) =>
  `<section class="deck" data-lesson="${lesson}">${names
    .map(
      (name) => `<details data-item="question/${name}" data-prompt="${name}?" data-reply="$x$">
      <summary><span class="fold-title">${name}?</span></summary>
      <p class="card-reply">Reply to ${name}.</p><p class="card-way"><a href="/guide/${lesson}/#question-${name}">In the lesson</a></p></details>`,
    )
    .join(
      '',
    )}<p class="card-exercise" data-item="exercise/${lesson}-task"><a href="/guide/${lesson}/#task">Task of ${lesson}</a></p></section>`;

const decks = deck('start', 'one', 'two') + deck('derivatives', 'three');

beforeAll(async () => {
  const { document, HTMLElement, DOMParser, Event } = page;
  const fetch = async (address: string) => {
    fetched.push(address);
    return new Response(`<!doctype html><html><body>${decks}</body></html>`);
  };
  const CSS = { escape: (text: string) => text };
  for (const [name, value] of Object.entries({ document, HTMLElement, DOMParser, Event, CSS, fetch })) {
    vi.stubGlobal(name, value);
  }
  parts = {
    ...(await import('../../../src/islands/review/show-review.ts')),
    ...(await import('../../../src/islands/review/warm-up.ts')),
  };
});

afterAll(() => vi.unstubAllGlobals());

beforeEach(() => {
  stored.clear();
  stored.refuses = false;
  fetched = [];
  progress = new ProgressStore(
    pageStorage(() => stored),
    () => now,
  );
});

const answeredBefore = (item: string, days: number, outcome: 'missed' | 'passed') =>
  stored.setItem(`progress ${item}`, writeStored([[now - days * day, outcome]]));

function review(cards = decks): HTMLElement {
  page.document.body.innerHTML = `<calculus-review><section class="review-today"></section>${cards}</calculus-review>`;
  const root = page.document.querySelector('calculus-review') as HTMLElement;
  parts.showReview(root, () => now);
  return root;
}

const today = () => page.document.querySelector('.review-today')?.textContent ?? '';
const press = (name: string) => {
  const button = [...page.document.querySelectorAll('button')].find(({ textContent }) => textContent === name);
  if (!button) throw new Error(`There is no button ${name}.`);
  button.click();
};
const last = (item: string) => JSON.parse(stored.getItem(`progress ${item}`) ?? '{"events":[]}').events.at(-1)?.[1];

describe('the review', () => {
  it('says at the first visit what will come', () => {
    review();
    expect(today()).toBe(
      'Nothing is due todayAnswer the questions of a lesson, and they return here. So far there are none.',
    );
  });

  it('says when the next question returns', () => {
    answeredBefore('question/one', 0, 'missed');
    review();
    expect(today()).toBe('Nothing is due todayThe next one returns tomorrow.');
  });

  it('asks what is due, one at a time, and asks what was missed once more without counting it', () => {
    answeredBefore('question/one', 9, 'missed');
    answeredBefore('question/three', 8, 'missed');
    const root = review();
    expect(today()).toContain('2 questions are due today');
    press('Start');
    expect(root.querySelector('.card-prompt')?.textContent).toBe('one?');
    expect(today()).not.toContain('Reply to one');
    press('Show the reply');
    expect(today()).toContain('Reply to one.');
    press('I missed it');
    expect(root.querySelector('.card-count')?.textContent).toBe('2 of 2');
    press('Show the reply');
    press('With effort');
    expect(root.querySelector('.card-count')?.textContent).toBe('Once more');
    press('Show the reply');
    press('I knew it');
    expect(today()).toContain('Nothing is due today');
    expect([last('question/one'), last('question/three')]).toEqual(['missed', 'hinted']);
  });

  it('counts all that is due, and asks no more than a sitting of it', () => {
    const names = Array.from({ length: 20 }, (_, i) => `q${i}`);
    for (const name of names) answeredBefore(`question/${name}`, 9, 'missed');
    const root = review(deck('start', ...names));
    expect(today()).toContain('20 questions are due today');
    press('Start');
    expect(root.querySelector('.card-count')?.textContent).toBe('1 of 15');
  });

  it('lists the exercises that are due, and asks nothing that is not in the guide', () => {
    answeredBefore('exercise/start-task', 9, 'missed');
    answeredBefore('question/gone', 9, 'missed');
    const root = review();
    expect(today()).toContain('No question is due today');
    expect([...root.querySelectorAll('.review-today li')].map(({ textContent }) => textContent)).toEqual([
      'Task of start',
    ]);
  });

  it('works for the visit where the browser stores nothing, and says so', () => {
    stored.refuses = true;
    progress.add('question/one', 'missed');
    const root = review();
    expect(root.querySelector('.progress-kept')?.textContent).toContain('lasts until you close this page');
    expect(today()).toContain('returns tomorrow');
  });

  it('says what would be forgotten, and forgets it with one press', () => {
    answeredBefore('question/one', 9, 'missed');
    answeredBefore('section/start#top', 9, 'passed');
    const root = review();
    expect(root.querySelector('.progress-kept')?.textContent).toContain('1 section, 1 question');
    press('Forget all of it');
    expect(progress.all().size).toBe(0);
    expect(today()).toContain('Nothing is due today');
    expect(root.querySelector('.progress-kept')?.textContent).toContain('Nothing is remembered yet');
  });
});

describe('the start of a lesson', () => {
  const place = () => {
    page.document.body.innerHTML = '<aside class="warm-up" data-lessons="start" data-review="/review/" hidden></aside>';
    return page.document.querySelector('aside') as HTMLElement;
  };

  it('offers what is due of earlier lessons, and of no later one', async () => {
    answeredBefore('question/one', 9, 'missed');
    answeredBefore('question/three', 9, 'missed');
    const aside = place();
    await parts.offerWarmUp(aside, () => now);
    expect(aside.hidden).toBe(false);
    expect(aside.textContent).toContain('One question from an earlier lesson');
    press('Start');
    press('Show the reply');
    press('I knew it');
    expect(aside.textContent).toContain('On with the lesson');
    expect(last('question/one')).toBe('passed');
  });

  it('shows nothing, and fetches nothing, while nothing is due', async () => {
    answeredBefore('question/one', 0, 'missed');
    const aside = place();
    await parts.offerWarmUp(aside, () => now);
    expect(aside.hidden).toBe(true);
    expect(fetched).toEqual([]);
  });
});
