import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ExplorableStore } from '../../../src/islands/explorable/explorable-store.ts';
import { allExplorables, explorableOf } from './explorable-page.ts';

const descent = explorableOf('descent-1d');
const start = { state: descent.initial.state, step: 0 };

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('window', globalThis);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function newStore() {
  const store = new ExplorableStore(descent, start);
  const told = vi.fn();
  const unsubscribe = store.subscribe(told);
  return { store, told, unsubscribe };
}

describe('the position', () => {
  it('changes with a setting, keeps the step, and calls every listener until it unsubscribes', () => {
    const { store, told, unsubscribe } = newStore();
    store.goToStep(2);
    store.set('rate', 0.25);
    expect(store.state.position).toEqual({ state: { ...start.state, rate: 0.25 }, step: 2 });
    expect(told).toHaveBeenCalledTimes(2);
    unsubscribe();
    store.stepBy(1);
    expect(told).toHaveBeenCalledTimes(2);
  });

  it('stays within the run, also when another setting makes the run shorter', () => {
    const race = explorableOf('rate-regimes');
    for (const one of [descent, race]) {
      const store = new ExplorableStore(one, one.initial);
      store.goToStep(1e6);
      expect(store.state.position.step).toBe(store.scene.lastStep);
      store.stepBy(1);
      expect(store.state.position.step).toBe(store.scene.lastStep);
      store.goToStep(-3);
      expect(store.state.position.step).toBe(0);
    }
    const store = new ExplorableStore(descent, start);
    store.restore({ state: start.state, step: 999 });
    expect(store.state.position.step).toBe(store.scene.lastStep);
  });

  it('computes a scene once for a state, however often it is asked for', () => {
    const scene = vi.fn(descent.scene);
    const store = new ExplorableStore({ ...descent, scene }, start);
    for (let i = 0; i < 3; i += 1) store.stepBy(1);
    expect(store.state.scene).toBe(store.scene);
    expect(scene).toHaveBeenCalledTimes(1);
    store.set('rate', 0.25);
    store.set('rate', 0.3);
    expect(store.state.scene).toBe(store.scene);
    expect(scene).toHaveBeenCalledTimes(2);
  });
});

describe('the run', () => {
  it('plays to its end, and from the beginning again', () => {
    const { store } = newStore();
    const { lastStep } = store.scene;
    store.togglePlay(10);
    expect(store.state).toMatchObject({ isPlaying: true, position: { step: 1 } });
    vi.advanceTimersByTime(100 * lastStep);
    expect(store.state).toMatchObject({ isPlaying: false, position: { step: lastStep } });
    store.togglePlay(10);
    expect(store.state).toMatchObject({ isPlaying: true, position: { step: 1 } });
  });

  it.each<[string, (store: ExplorableStore) => void]>([
    ['its own button', (store) => store.togglePlay(10)],
    ['a setting', (store) => store.set('rate', 0.25)],
    ['a step', (store) => store.stepBy(1)],
    ['the scrubber', (store) => store.goToStep(1)],
    ['Reset', (store) => store.reset()],
    ['the way to the question', (store) => store.showCard('question')],
  ])('is stopped by %s', (_, act) => {
    const { store } = newStore();
    store.togglePlay(10);
    act(store);
    const { position } = store.state;
    expect(store.state.isPlaying).toBe(false);
    vi.advanceTimersByTime(5000);
    expect(store.state.position).toEqual(position);
  });

  it('takes no steps while nobody sees it', () => {
    const { store } = newStore();
    store.togglePlay(10);
    store.hold(true);
    vi.advanceTimersByTime(5000);
    expect(store.state).toMatchObject({ isPlaying: true, position: { step: 1 } });
    store.hold(false);
    vi.advanceTimersByTime(100);
    expect(store.state.position.step).toBe(2);
  });
});

describe('the question', () => {
  const asked = allExplorables.filter(({ initial, scene }) => scene(initial.state).prediction !== undefined);
  it.each(asked)('$id: without a guess nothing is answered', (explorable) => {
    const store = new ExplorableStore(explorable, explorable.initial);
    store.check();
    expect(store.state.asking).toMatchObject({ isOpen: true, guess: undefined, isAnswerShown: false });
    expect(store.state.asking?.verdict).toMatch(/not made a guess/);
    expect(store.state.question).toBeDefined();
    expect(store.state.position).toEqual(explorable.initial);
  });

  it.each(asked)('$id: a guess is judged, the answer comes with what it reveals, Reset asks again', (explorable) => {
    const { initial } = explorable;
    const store = new ExplorableStore(explorable, initial);
    const { prediction } = store.scene;
    if (prediction === undefined) throw new Error('nothing is asked');
    store.guess(prediction.guess.initial);
    expect(store.state.question).toEqual({ guess: prediction.guess.initial });
    store.check();
    const { reveal } = prediction;
    expect(store.state.question).toBeUndefined();
    expect(store.state.asking).toMatchObject({ isOpen: false, isAnswerShown: true });
    expect(store.state.asking?.verdict).toMatch(/^(Right|Not quite)\. ./);
    expect(store.state.position).toEqual({
      state: { ...initial.state, ...reveal.state },
      step: Math.min(reveal.step ?? initial.step, store.scene.lastStep),
    });
    store.reset();
    expect(store.state.asking).toMatchObject({ isOpen: true, guess: undefined, verdict: '', isAnswerShown: false });
    expect(store.state.position).toEqual(initial);
  });

  it('says that there is no guess until there is one, or the answer is opened', () => {
    const { store } = newStore();
    for (const answer of [() => store.guess(1), () => store.showAnswer(true)]) {
      store.reset();
      store.check();
      expect(store.state.asking?.verdict).toMatch(/not made a guess/);
      answer();
      expect(store.state.asking?.verdict).toBe('');
    }
    store.reset();
    store.guess(1);
    store.check();
    store.showAnswer(false);
    expect(store.state.asking?.verdict).toMatch(/^(Right|Not quite)/);
  });

  it('is skipped by opening the answer, and does not come back when that is closed', () => {
    const { store } = newStore();
    store.showAnswer(true);
    store.showAnswer(false);
    expect(store.state.asking).toMatchObject({ isOpen: false, isAnswerShown: false });
    expect(store.state.question).toBeUndefined();
  });

  it('is not about another position, and waits there', () => {
    const store = new ExplorableStore(descent, descent.initial);
    store.goToStep(descent.initial.step + 1);
    expect(store.state).toMatchObject({ isAtQuestion: false, question: undefined, asking: { isOpen: true } });
    store.showCard('question');
    expect(store.state.isAtQuestion).toBe(true);
    expect(store.state.question).toBeDefined();
  });
});
