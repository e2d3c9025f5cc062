import { describe, expect, it } from 'vitest';
import { AskPanel, guessHandle } from '../../../src/islands/explorable/ask-panel.ts';
import { ExplorableStore } from '../../../src/islands/explorable/explorable-store.ts';
import {
  allExplorables,
  builtHtml,
  enter,
  explorableOf,
  fire,
  putIntoPage,
  usePages,
  within,
} from './explorable-page.ts';

usePages();

const asking = allExplorables.filter(({ initial, scene }) => scene(initial.state).prediction !== undefined);
const withSlider = explorableOf('chain-rule');

function panelOf(explorable = withSlider) {
  const root = putIntoPage(builtHtml(explorable));
  const store = new ExplorableStore(explorable, explorable.initial);
  const { asking } = store.state;
  if (asking === undefined) throw new Error(`${explorable.id} asks nothing`);
  const panel = new AskPanel(root, store, asking);
  const render = () => {
    const { state } = store;
    if (state.asking) panel.render(state.asking, state.isAtQuestion);
  };
  store.subscribe(render);
  render();
  const verdict = () => within(root, '[data-part=verdict]').textContent;
  const answer = within<HTMLDetailsElement>(root, '[data-part=answer]');
  return { root, store, panel, render, verdict, answer };
}

describe('a question', () => {
  it.each(asking)('$id: first shows no guess, no verdict and no answer', (explorable) => {
    const { root, verdict, answer } = panelOf(explorable);
    expect(root.querySelectorAll('[data-control=guess] [type=radio]:checked')).toHaveLength(0);
    expect([verdict(), answer.open]).toEqual(['', false]);
  });

  it('takes a guess from its control; Enter checks it there, and nowhere else', () => {
    const { root, store, verdict, answer } = panelOf();
    const slider = within(root, '[data-control=guess] [type=range]');
    enter(slider, 4);
    fire(within(root, '[data-control=x] [type=range]'), 'keydown', { key: 'Enter' });
    expect(store.state.asking?.isOpen).toBe(true);
    fire(slider, 'keydown', { key: 'Enter' });
    expect(verdict()).toMatch(/^(Right|Not quite)\. /);
    expect(answer.open).toBe(true);
  });

  it('brings a typed guess into its range before it is judged', () => {
    const { root, store } = panelOf();
    const typed = within(root, '[data-control=guess] [type=number]');
    enter(typed, 1e6);
    fire(typed, 'keydown', { key: 'Enter' });
    expect(store.state.asking?.guess).toBe(Number(typed.getAttribute('max')));
    expect(store.state.asking?.isOpen).toBe(false);
  });

  it('takes a slider that is pressed where it stands for a guess, once', () => {
    const { root, store } = panelOf();
    const slider = within(root, '[data-control=guess] [type=range]');
    const { initial } = store.state.asking?.prediction.guess ?? {};
    fire(slider, 'pointerup');
    expect(store.state.asking?.guess).toBe(initial);
    enter(slider, 4);
    const { guess } = store.state.asking ?? {};
    fire(slider, 'pointerup');
    expect(store.state.asking?.guess).toBe(guess);
  });

  it('is skipped by opening the answer, which stays as the reader leaves it', () => {
    const { store, answer, render } = panelOf();
    answer.open = true;
    // A frame may come before the browser says that it was opened.
    render();
    expect(answer.open).toBe(true);
    fire(answer, 'toggle');
    expect(store.state.asking?.isOpen).toBe(false);
    answer.open = false;
    fire(answer, 'toggle');
    store.stepBy(1);
    expect(answer.open).toBe(false);
  });

  it('can be guessed only where it is asked', () => {
    const { root, store } = panelOf();
    const guess = within<HTMLFieldSetElement>(root, '[data-part=guess]');
    store.stepBy(1);
    expect([guess.disabled, within(root, '[data-do=question]').textContent]).toEqual([
      true,
      'The question is about another state: go to it',
    ]);
    store.showCard('question');
    expect([guess.disabled, within(root, '[data-do=question]').textContent]).toEqual([false, 'Question']);
  });

  it('that can be answered in the picture has a handle there, until it is answered', () => {
    const inPicture = asking.filter(({ initial, scene }) => scene(initial.state).prediction?.handle !== undefined);
    expect(inPicture.length).toBeGreaterThan(0);
    for (const explorable of inPicture) {
      const { store, root } = panelOf(explorable);
      const [handle, ...others] = guessHandle(store.state, store);
      expect(others).toEqual([]);
      expect(handle).toMatchObject({ guess: true });
      const { initial } = handle?.control ?? {};
      if (initial === undefined) throw new Error('a guess starts somewhere');
      handle?.change(initial);
      expect(store.state.asking?.guess).toEqual(initial);
      fire(within(root, '[data-control=guess] input'), 'keydown', { key: 'Enter' });
      expect(guessHandle(store.state, store)).toEqual([]);
    }
  });
});
