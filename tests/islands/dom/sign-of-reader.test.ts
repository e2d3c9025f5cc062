import { afterEach, beforeEach, expect, it, vi } from 'vitest';

let page: EventTarget;
let loaded: () => void;

beforeEach(() => {
  vi.resetModules();
  vi.useFakeTimers();
  page = new EventTarget();
  const document = { readyState: 'loading' };
  loaded = () => {
    document.readyState = 'complete';
    page.dispatchEvent(new Event('load'));
  };
  vi.stubGlobal('document', document);
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Waits for a reader twice; returns whether one was found. */
async function wait(): Promise<() => boolean> {
  const { signOfReader } = await import('../../../src/islands/dom/sign-of-reader.ts');
  let found = 0;
  for (const asked of [signOfReader(), signOfReader()]) void asked.then(() => found++);
  return () => found === 2;
}

it.each(['pointermove', 'touchstart', 'keydown', 'scroll', 'focusin'])('is a %s', async (sign) => {
  const found = await wait();
  loaded();
  await vi.advanceTimersByTimeAsync(5000);
  expect(found()).toBe(false);
  page.dispatchEvent(new Event(sign));
  await vi.advanceTimersByTimeAsync(0);
  expect(found()).toBe(true);
});

it('is not a pointer that rests where the page came to lie, which browsers report as moved by nothing', async () => {
  const found = await wait();
  loaded();
  const move = (movementX: number, movementY: number) =>
    page.dispatchEvent(Object.assign(new Event('pointermove'), { movementX, movementY }));
  move(0, 0);
  await vi.advanceTimersByTimeAsync(0);
  expect(found()).toBe(false);
  move(0, -1);
  await vi.advanceTimersByTimeAsync(0);
  expect(found()).toBe(true);
});

it('is not needed once the page has been there for a while', async () => {
  const found = await wait();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(found(), 'the page is still loading').toBe(false);
  loaded();
  await vi.advanceTimersByTimeAsync(6000);
  expect(found()).toBe(true);
});
