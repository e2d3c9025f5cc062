import { sectionAt } from './section-at.ts';

/**
 * Marks the section that is being read in the tables of contents, as `aria-current`, and keeps its line in view in the one
 * beside the text. The one that is unfolded over the text is folded again after a choice.
 */
export function followContents(page: Document): void {
  const links = page.querySelectorAll<HTMLAnchorElement>('.lesson-rail .contents a');
  const sections = [...links].flatMap(({ hash }) => page.getElementById(decodeURIComponent(hash.slice(1))) ?? []);
  const fold = page.querySelector<HTMLDetailsElement>('.lesson-fold');
  fold?.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('a')) fold.open = false;
  });
  let current: Element | undefined;
  const show = (now: Element | undefined) => {
    if (now === current) return;
    current = now;
    for (const link of page.querySelectorAll<HTMLAnchorElement>('.contents a')) {
      const isCurrent = now !== undefined && decodeURIComponent(link.hash.slice(1)) === now.id;
      if (isCurrent) link.setAttribute('aria-current', 'location');
      else link.removeAttribute('aria-current');
      if (isCurrent) keepInView(link);
    }
  };
  let isAsked = false;
  const ask = () => {
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(() => {
      isAsked = false;
      show(sectionAt(sections, readingLine()));
    });
  };
  addEventListener('scroll', ask, { passive: true });
  // At first from the browser, which has just laid out the page: to ask it for a place would have it done once more.
  // A section in a block that it has not laid out yet has no height, and no place either.
  const opening = new IntersectionObserver((places) => {
    opening.disconnect();
    show(places.findLast(({ boundingClientRect: { top, height } }) => height > 0 && top <= readingLine())?.target);
  });
  for (const section of sections) opening.observe(section);
}

/** Pixels below the top of the window: what begins above it is being read. */
function readingLine(): number {
  return innerHeight / 3;
}

/** Scrolls the list alone: `scrollIntoView` would scroll the page as well. */
function keepInView(link: HTMLElement): void {
  const rail = link.closest('.lesson-rail');
  if (!rail) return;
  const [line, box] = [link.getBoundingClientRect(), rail.getBoundingClientRect()];
  if (line.top < box.top || line.bottom > box.bottom) rail.scrollTop += line.top - box.top - box.height / 3;
}
