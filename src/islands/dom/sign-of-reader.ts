/** The events of which one is the first that a reader causes. */
const signs = ['pointermove', 'pointerdown', 'touchstart', 'keydown', 'wheel', 'scroll', 'focusin'] as const;

/** Milliseconds after the page has loaded, when no sign is needed any more: a reader may be still, or use a program that causes no event. */
const patience = 6000;

let seen: Promise<void> | undefined;

/**
 * Resolves at the first sign of a reader: a movement, a touch, a key, a scroll; or when the page has been loaded for a
 * while. What is in view when a page opens waits for it, so that its program does not compete with the first paint.
 */
export function signOfReader(): Promise<void> {
  seen ??= new Promise((resolve) => {
    const stop = new AbortController();
    const found = (event?: Partial<PointerEvent>) => {
      // A page that comes to lie under a pointer is told by some browsers that it moves, and by how much: not at all.
      if (event?.type === 'pointermove' && event.movementX === 0 && event.movementY === 0) return;
      stop.abort();
      resolve();
    };
    for (const sign of signs) addEventListener(sign, found, { signal: stop.signal, capture: true, passive: true });
    const wait = () => setTimeout(() => found(), patience);
    if (document.readyState === 'complete') wait();
    else addEventListener('load', wait, { once: true });
  });
  return seen;
}
