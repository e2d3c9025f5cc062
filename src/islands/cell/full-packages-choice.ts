import { makeElement } from '../dom/make-element.ts';
import { lastingStorage } from '../dom/page-storage.ts';
import type { Cell } from './cell.ts';

const key = 'python-packages';

/** Whether the reader chose the real NumPy and Matplotlib, now or on an earlier visit. */
export function wantsFullPackages(): boolean {
  return lastingStorage.read(key) === 'full';
}

/**
 * Offers the real packages in each of the cells; all check boxes of a page are one choice, which is stored.
 *
 * @param changed called after a change of the choice
 */
export function offerFullPackages(cells: readonly Cell[], changed: () => void): void {
  const boxes = cells.map((cell) => {
    const box = makeElement('input', { type: 'checkbox', checked: wantsFullPackages() });
    const words = 'use full NumPy and Matplotlib (some 20 MB, once)';
    cell.bar.element.append(makeElement('label', { className: 'cell-full' }, box, words));
    return box;
  });
  for (const box of boxes) {
    box.addEventListener('change', () => {
      lastingStorage.write(key, box.checked ? 'full' : 'own');
      for (const other of boxes) other.checked = box.checked;
      changed();
    });
  }
}
