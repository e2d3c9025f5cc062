import type { FoundPlace } from '../../core/find-in-places.ts';
import { makeElement } from '../dom/make-element.ts';
import type { Passage } from './passages.ts';

/** The results as the items of a list: places first, then pages with their sections. */
export function resultItems(base: string, places: readonly FoundPlace[], passages: readonly Passage[]): HTMLElement[] {
  return [...places.map((place) => placeItem(base, place)), ...passages.map(passageItem)];
}

function placeItem(base: string, { what, address, page, heading }: FoundPlace): HTMLElement {
  const isTerm = what === heading;
  const where = isTerm ? page : `${heading === page ? '' : `${heading} · `}${page}`;
  const kind = isTerm ? 'term' : [...what].length === 1 ? 'sign' : 'name';
  const symbol = makeElement('span', { className: `search-what search-${kind}`, translate: isTerm }, what);
  const link = makeElement(
    'a',
    { href: base + address },
    symbol,
    makeElement('span', { className: 'search-where' }, where),
  );
  return makeElement('li', { className: 'search-place' }, link);
}

function passageItem({ title, address, sections }: Passage): HTMLElement {
  const items = sections.map((section) => {
    const excerpt = makeElement('span', { className: 'search-excerpt' }, ...excerptNodes(section));
    const heading = section.heading && makeElement('span', { className: 'search-heading' }, section.heading);
    return makeElement('li', {}, makeElement('a', { href: section.address }, ...(heading ? [heading] : []), excerpt));
  });
  const page = makeElement('a', { className: 'search-page', href: address }, title);
  return makeElement('li', { className: 'search-passage' }, page, makeElement('ul', {}, ...items));
}

/**
 * An excerpt, in which Pagefind marks the words that were found; of its markup nothing but the marks is used. An excerpt
 * from the beginning of a section repeats the heading, which is left out.
 */
function excerptNodes({ excerpt, heading }: Passage['sections'][number]): (Node | string)[] {
  const { body } = new DOMParser().parseFromString(excerpt, 'text/html');
  let repeated = heading !== '' && body.textContent.startsWith(heading) ? heading.length + 1 : 0;
  return [...body.childNodes].map((node) => {
    const text = node.textContent ?? '';
    const shown = text.slice(repeated);
    repeated = Math.max(0, repeated - text.length);
    return node.nodeName === 'MARK' && shown !== '' ? makeElement('mark', {}, shown) : shown;
  });
}
