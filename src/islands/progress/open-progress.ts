import { ProgressStore } from '../../exercises/progress/progress-store.ts';
import { lastingStorage } from '../dom/page-storage.ts';

let opened: ProgressStore | undefined;

/** The reader's progress on this device: one for the page, which follows the writes of other tabs. */
export function openProgress(): ProgressStore {
  if (opened) return opened;
  const store = new ProgressStore(lastingStorage, Date.now);
  addEventListener('storage', ({ key, newValue }) => store.heard(key, newValue));
  opened = store;
  return store;
}
