import { fetchPart } from '../dom/fetch-part.ts';
import { makeElement } from '../dom/make-element.ts';
import { saySize } from '../dom/say-size.ts';
import type { Cell } from './cell.ts';
import { offerFullPackages } from './full-packages-choice.ts';
import { pythonMade } from './page-python.ts';

let waiting: Cell[] = [];
let observer: IntersectionObserver | undefined;

/**
 * Shows in the cells how much the first Run will fetch, if anything. Called once for the page, when the first of its cells
 * becomes visible: for readers who do not scroll that far nothing is fetched.
 */
export function offerPython(cell: Cell): void {
  waiting.push(cell);
  observer ??= new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    observer?.disconnect();
    void saySizes(waiting);
    waiting = [];
  });
  observer.observe(cell);
}

async function saySizes(cells: readonly Cell[]): Promise<void> {
  // If a part is missing or there is no network, no message is shown here; Run shows the reason.
  const part = await fetchPart(() => import('../../python/page/download-size.ts')).catch(() => undefined);
  if (!part) return;
  // If Python has not been created yet, it will be started with the choice.
  if (part.offersFull) offerFullPackages(cells, () => void pythonMade.then((python) => python.restart()));
  const bytes = await part.downloadSize();
  if (bytes === 0) return;
  const words = `Fetches Python once, ${saySize(bytes)}.`;
  for (const cell of cells) cell.status.offer(makeElement('span', {}, 'Runs in your browser. '), words);
  const python = await pythonMade;
  const end = python.watch(({ kind }) => {
    if (kind !== 'ready' && kind !== 'running') return;
    end();
    for (const cell of cells) cell.status.offer();
  });
}
