import '../../styles/components/update-bar.css';
import { isTypedInto } from '../dom/is-typed-into.ts';
import { makeButton } from '../dom/make-button.ts';
import { makeElement } from '../dom/make-element.ts';
import { lastingStorage, tabStorage } from '../dom/page-storage.ts';

/** Set in a tab whose reader has put the update off. */
const laterKey = 'update later';

/**
 * Shows in a bar that a new version is ready, and offers to reload. It waits while a field has the focus, and is shown
 * once in a tab. Nothing is reloaded unless the reader presses the button, and not at once if something would be lost.
 */
export function announceUpdate(registration: Pick<ServiceWorkerRegistration, 'waiting'>): void {
  if (document.querySelector('.update-bar') || tabStorage.read(laterKey) !== undefined) return;
  const bar = makeElement('div', { className: 'update-bar', role: 'status' });
  const words = makeElement('p', {}, 'A new version of this guide is ready.');
  const reload = makeButton('Reload now', () => {
    const loss = wouldBeLost();
    if (loss === undefined || reload.dataset['warned'] !== undefined) return void reloadWith(registration.waiting);
    reload.dataset['warned'] = '';
    reload.textContent = 'Reload anyway';
    words.textContent = loss;
  });
  const later = makeButton('Later', () => {
    tabStorage.write(laterKey, 'yes');
    bar.remove();
  });
  whenNobodyTypes(() => {
    document.body.append(bar);
    // A live region announces what is added to it.
    bar.append(words, makeElement('p', {}, reload, later));
  });
}

/** Calls `then` when no field has the focus. */
function whenNobodyTypes(then: () => void): void {
  if (!isTypedInto(document.activeElement)) {
    then();
    return;
  }
  const look = () => {
    // While the focus moves from one field to another, none has it.
    setTimeout(() => {
      if (isTypedInto(document.activeElement) || document.querySelector('.update-bar')) return;
      document.removeEventListener('focusout', look);
      then();
    });
  };
  document.addEventListener('focusout', look);
}

/** A sentence about what the page holds and a reload would lose. Code, progress and positions are stored as they change. */
function wouldBeLost(): string | undefined {
  if (!lastingStorage.isWhole())
    return 'Your browser stores nothing for this guide, so your code and your progress in this page would be lost: copy them first.';
  const texts = [...document.querySelectorAll('textarea')];
  return texts.some(({ value, defaultValue }) => value !== defaultValue)
    ? 'Your words in this page are not stored, so they would be lost: copy them first.'
    : undefined;
}

function reloadWith(waiting: ServiceWorker | null): void {
  tabStorage.remove(laterKey);
  // Another tab may have let it take over.
  if (waiting) {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    waiting.postMessage({ takeOver: true });
  } else location.reload();
}
