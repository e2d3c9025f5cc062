import { scrollToElement } from './scroll-to-element.ts';
import { signOfReader } from './sign-of-reader.ts';

/** Milliseconds for which an idle browser should have time before another block is laid out. */
const enough = 8;

/** Milliseconds after which a block is laid out in a browser that is never idle, as on a phone that does much else. */
const patience = 200;

/**
 * Lays out what `src/site/layout-script.ts` left for later: from the top down, whenever the browser is idle after the first
 * sign of a reader, or slowly if it never is; or all of it at once when a link leads to a place in the page, or a program
 * does (`scroll-to-element.ts`).
 */
export async function layOutRest(page: Document): Promise<void> {
  const { dataset } = page.documentElement;
  if (dataset['layout'] !== 'later') return;
  const blocks = [...page.querySelectorAll<HTMLElement>('article.prose > *, .laid-out-later')];
  const end = () => {
    delete dataset['layout'];
    for (const block of blocks) block.style.removeProperty('content-visibility');
  };
  // Before the browser looks for the place.
  const follow = ({ target }: Event) => target instanceof Element && target.closest('a[href*="#"]') && end();
  page.addEventListener('click', follow, { capture: true });
  const show = () => {
    end();
    const target = page.getElementById(location.hash.slice(1));
    if (target) scrollToElement(target);
  };
  addEventListener('hashchange', show);
  // A link that was followed before this program came.
  if (location.hash) show();
  await signOfReader();
  let idle = await nextIdle();
  for (const block of blocks) {
    if (idle.timeRemaining() < enough) idle = await nextIdle();
    if (dataset['layout'] === undefined) break;
    block.style.setProperty('content-visibility', 'visible');
    // Asking for its height lays it out now, while there is time.
    void block.offsetHeight;
  }
  end();
  page.removeEventListener('click', follow, { capture: true });
  removeEventListener('hashchange', show);
}

function nextIdle(): Promise<IdleDeadline> {
  return new Promise((resolve) => window.requestIdleCallback(resolve, { timeout: patience }));
}
