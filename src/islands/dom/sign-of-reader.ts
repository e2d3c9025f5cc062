/** What a reader does first: before it, nobody is kept waiting by what is not there yet. */
const signs = ['pointermove', 'pointerdown', 'touchstart', 'keydown', 'wheel', 'scroll', 'focusin'] as const;

/** So long after the page has loaded it is idle, and needs no sign: a reader may be still, or use a program that makes none. */
const patience = 6000;

let seen: Promise<void> | undefined;

/**
 * Resolves at the first sign of a reader: a movement, a touch, a key, a scroll; or when the page has been loaded for a
 * while. What is in view when a page opens waits for it, so that its program does not compete with the first paint.
 */
export function signOfReader(): Promise<void> {
  seen ??= new Promise((resolve) => {
    const stop = new AbortController();
    const found = () => {
      stop.abort();
      resolve();
    };
    for (const sign of signs) addEventListener(sign, found, { signal: stop.signal, capture: true, passive: true });
    const wait = () => setTimeout(found, patience);
    if (document.readyState === 'complete') wait();
    else addEventListener('load', wait, { once: true });
  });
  return seen;
}
