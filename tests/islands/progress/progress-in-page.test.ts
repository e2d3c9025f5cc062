import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { ProgressStore } from '../../../src/exercises/progress/progress-store.ts';
import { pageStorage } from '../../../src/islands/dom/page-storage.ts';
import { MemoryStore } from '../memory-store.ts';

const stored = new MemoryStore();
let page = parseHTML('<!doctype html><html><body></body></html>');
let progress: ProgressStore;
let clock = 0;
let parts: {
  followReader: typeof import('../../../src/islands/progress/follow-reader.ts').followReader;
  showRoute: typeof import('../../../src/islands/progress/show-route.ts').showRoute;
};
/** The sections that are watched, and how to bring one into view. */
let observed: Element[] = [];
let comesIntoView = (_: Element) => {};

vi.mock('../../../src/islands/progress/open-progress.ts', () => ({ openProgress: () => progress }));

beforeAll(async () => {
  const { document, HTMLElement, Event, CustomEvent } = page;
  class IntersectionObserver {
    constructor(tell: (entries: readonly { target: Element; isIntersecting: boolean }[]) => void) {
      comesIntoView = (target) => tell([{ target, isIntersecting: true }]);
    }
    observe(element: Element) {
      observed.push(element);
    }
  }
  const CSS = { escape: (text: string) => text };
  const globals = { document, HTMLElement, Event, CustomEvent, IntersectionObserver, CSS, innerHeight: 800 };
  for (const [name, value] of Object.entries(globals)) vi.stubGlobal(name, value);
  parts = {
    ...(await import('../../../src/islands/progress/follow-reader.ts')),
    ...(await import('../../../src/islands/progress/show-route.ts')),
  };
});

afterAll(() => vi.unstubAllGlobals());

beforeEach(() => {
  stored.clear();
  observed = [];
  progress = new ProgressStore(
    pageStorage(() => stored),
    () => ++clock,
  );
});

/** A lesson with two sections, an exercise and what comes after it. */
function openLesson(): void {
  // A page of its own: another visit.
  page = parseHTML('<!doctype html><html><body></body></html>');
  vi.stubGlobal('document', page.document);
  observed = [];
  page.document.body.innerHTML = `<nav class="lesson-rail"><ol class="contents"><li><a href="#one">One</a></li>
    <li><a href="#two">Two</a></li><li><a href="#exercise-1">Exercise 1</a></li></ol></nav>
    <main class="lesson-main"><h2 id="one">One</h2><h2 id="two">Two</h2>
    <section class="exercise" data-exercise="solve"><h3 id="exercise-1">Exercise 1</h3></section><nav class="steps"></nav></main>`;
  // `hash` is not implemented in the test's document.
  for (const link of page.document.querySelectorAll('a')) {
    Object.defineProperty(link, 'hash', { value: link.getAttribute('href') });
  }
  parts.followReader('lesson');
}

const contents = () => [...page.document.querySelectorAll('.contents a')].map(({ textContent }) => textContent);
const tell = (detail: unknown) =>
  page.document.dispatchEvent(new page.CustomEvent('exercise-result', { detail, bubbles: true }));

describe('a lesson', () => {
  it('marks a section as read when the next one comes into view', () => {
    openLesson();
    const [one, two, , end] = observed as [Element, Element, Element, Element];
    comesIntoView(one);
    expect(contents()).toEqual(['One', 'Two', 'Exercise 1']);
    comesIntoView(two);
    expect(contents()).toEqual(['One (read)', 'Two', 'Exercise 1']);
    // A jump to the end reads nothing in between.
    comesIntoView(end);
    expect(contents()).toEqual(['One (read)', 'Two', 'Exercise 1']);
  });

  it('marks an explorable whose question was answered, and its section, also at the next visit', () => {
    openLesson();
    page.document
      .getElementById('two')
      ?.insertAdjacentHTML(
        'afterend',
        '<calculus-explorable data-id="descent-1d"></calculus-explorable><calculus-explorable data-id="descent-1d-2"></calculus-explorable>',
      );
    const detail = { id: 'descent-1d', right: false };
    page.document.dispatchEvent(new page.CustomEvent('explorable-answered', { detail, bubbles: true }));
    expect(progress.record('prediction/explorable:descent-1d').map(([, outcome]) => outcome)).toEqual(['missed']);
    expect(contents()).toEqual(['One', 'Two (guessed)', 'Exercise 1']);
    const marked = [...page.document.querySelectorAll('calculus-explorable')].map((one) =>
      one.hasAttribute('data-answered'),
    );
    expect(marked, 'the other placement asks a question of its own').toEqual([true, false]);
  });

  it('remembers where it was left, and leads there at the next visit', () => {
    openLesson();
    expect(page.document.querySelector('.contents-continue')).toBeNull();
    for (const [i, section] of observed.entries()) {
      section.getBoundingClientRect = () => ({ top: [-500, 300, 900, 1500][i] }) as DOMRect;
    }
    Object.defineProperty(page.document, 'hidden', { value: true, configurable: true });
    page.document.dispatchEvent(new page.Event('visibilitychange'));
    // In the same visit the reader knows.
    expect(page.document.querySelector('.contents-continue')).toBeNull();
    openLesson();
    expect(page.document.querySelector('.contents-continue')?.textContent).toBe('Continue: Two');
  });

  it.each([
    [{ name: 'solve', outcome: 'passed', help: 0 }, 'passed', 'Exercise 1 (solved)'],
    [{ name: 'solve', outcome: 'passed', help: 2 }, 'hinted', 'Exercise 1 (solved)'],
    [{ name: 'solve', outcome: 'passed', help: 'none' }, 'passed', 'Exercise 1 (solved)'],
    [{ name: 'solve', outcome: 'passed', help: 'hint' }, 'hinted', 'Exercise 1 (solved)'],
    [{ name: 'solve', outcome: 'failed' }, 'missed', 'Exercise 1 (to solve once more)'],
    [{ name: 'solve', outcome: 'looked-at' }, 'looked-at', 'Exercise 1 (to solve once more)'],
  ])('remembers what became of an exercise: %o', (detail, outcome, shown) => {
    openLesson();
    tell(detail);
    expect(progress.record('exercise/solve').map(([, what]) => what)).toEqual([outcome]);
    expect(contents()[2]).toBe(shown);
  });

  it('remembers a try that fails once, and the one that passes', () => {
    openLesson();
    for (const outcome of ['failed', 'failed', 'failed', 'passed']) tell({ name: 'solve', outcome, help: 'none' });
    expect(progress.record('exercise/solve').map(([, what]) => what)).toEqual(['missed', 'passed']);
  });

  it.each([undefined, null, 'passed', {}, { name: 'solve' }, { name: 'solve', outcome: 'won' }, { outcome: 'passed' }])(
    'remembers nothing of %o',
    (detail) => {
      openLesson();
      tell(detail);
      expect(progress.all().size).toBe(0);
    },
  );
});

describe('the list of lessons', () => {
  function openRoute(): void {
    page.document.body.innerHTML = `<a class="call" data-continue href="/guide/start/">Begin</a>
      <a data-lesson-link="lesson" href="/guide/lesson/">A lesson</a>
      <p data-progress-of="lesson" data-sections="one two" data-tasks="question/q prediction/p exercise/e" hidden></p>`;
    const link = page.document.querySelector('[data-lesson-link]');
    Object.defineProperty(link, 'pathname', { value: '/guide/lesson/' });
    parts.showRoute(page.document as unknown as Document);
  }
  const shown = () => page.document.querySelector<HTMLElement>('[data-progress-of]');

  it('is as it was built while nothing is known', () => {
    openRoute();
    expect(shown()?.hidden).toBe(true);
    expect(page.document.querySelector('.call')?.textContent).toBe('Begin');
  });

  it('shows what was read, answered and missed, and leads to where the reader was last', () => {
    progress.add('section/lesson#one', 'read');
    progress.add('prediction/p', 'missed');
    progress.add('question/q', 'missed');
    progress.add('question/of-another-lesson', 'missed');
    openRoute();
    expect(shown()?.textContent).toBe('1 of 2 sections read · 1 of 3 answered · 1 to try again');
    const call = page.document.querySelector('.call');
    expect(call?.textContent).toBe('Continue: A lesson');
    expect(call?.getAttribute('href')).toBe('/guide/lesson/#one');
    progress.add('section/lesson#two', 'read');
    expect(shown()?.textContent).toContain('read · ');
  });
});
