import '../../styles/components/paper.css';
import { answersToEnd, linksToFootnotes, type PutBack } from '../../core/for-paper.ts';
import { bringRestAtOnce } from './bring-rest.ts';
import { makeElement } from './make-element.ts';

/**
 * While a page is printed, the solutions of its exercises and the addresses of its links are at its end. Afterwards
 * everything is where it was.
 */
export function printAsPaper(page: Document): void {
  const article = page.querySelector('article.prose');
  if (!article) return;
  let putBack: PutBack[] = [];
  addEventListener('beforeprint', () => {
    // One element alone is printed, or a second event has come.
    if (putBack.length > 0 || document.documentElement.dataset['printOnly'] !== undefined) return;
    bringRestAtOnce(page);
    const solutions = makeElement('div');
    const links = makeElement('ol', { className: 'paper-links' });
    putBack = [answersToEnd(article, solutions)];
    putBack.push(linksToFootnotes([article, solutions], links, addressOf));
    const parts = [...partOf('Solutions and answers', solutions), ...partOf('Addresses', links)];
    const end = makeElement('div', { className: 'paper-end prose' }, ...parts);
    article.after(end);
    putBack.push(() => end.remove());
  });
  addEventListener('afterprint', () => {
    for (const undo of putBack.toReversed()) undo();
    putBack = [];
  });
}

function partOf(title: string, place: Element): Element[] {
  return place.hasChildNodes() ? [makeElement('h2', {}, title), place] : [];
}

/** Terms, marks and links within the page are plain words on paper. */
function addressOf(link: Element): string | undefined {
  const address = link.getAttribute('href') ?? '';
  if (address.startsWith('#') || link.closest('.term, .example-mark, .needs-script, .explorable-more'))
    return undefined;
  return new URL(address, location.href).href;
}
