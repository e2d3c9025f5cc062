import type { PythonClient } from '../../python/page/python-client.ts';
import { makeElement } from '../dom/make-element.ts';
import type { Cell } from './cell.ts';
import { offerFullPackages } from './full-packages-choice.ts';
import { saySize } from './say-size.ts';

let waiting: Cell[] = [];
let observer: IntersectionObserver | undefined;

/**
 * Says in the cell what the first Run will fetch, when it will fetch anything. Asked once for the page, when the first
 * of its cells is seen: a reader who never comes that far fetches nothing.
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

async function offerFull(cells: readonly Cell[], python: PythonClient): Promise<void> {
  const { offersFull } = await import('../../python/page/browser-client.ts');
  if (offersFull) offerFullPackages(cells, python);
}

async function loadPython(): Promise<PythonClient> {
  return (await import('./page-python.ts')).pagePython();
}

async function saySizes(cells: readonly Cell[]): Promise<void> {
  // Where a part is missing or there is no network, nothing can be said; Run says why.
  const python = await loadPython().catch(() => undefined);
  if (!python) return;
  await offerFull(cells, python);
  const bytes = await python.downloadSize();
  if (bytes === 0) return;
  const words = `Fetches Python once, ${saySize(bytes)}.`;
  for (const cell of cells) cell.status.offer(makeElement('span', {}, 'Runs in your browser. '), words);
  const end = python.watch(({ kind }) => {
    if (kind !== 'ready' && kind !== 'running') return;
    end();
    for (const cell of cells) cell.status.offer();
  });
}
