import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { MemoryStore } from '../memory-store.ts';

const [local, session] = [new MemoryStore(), new MemoryStore()];
let worker = new EventTarget();
const reload = vi.fn();
const waiting = { postMessage: vi.fn() };
let page = parseHTML('<!doctype html><body></body>');
let announceUpdate: typeof import('../../../src/islands/offline/announce-update.ts').announceUpdate;

beforeAll(async () => {
  vi.useFakeTimers();
  vi.stubGlobal('HTMLElement', page.HTMLElement);
  vi.stubGlobal('localStorage', local);
  vi.stubGlobal('sessionStorage', session);
  vi.stubGlobal('location', { reload });
  ({ announceUpdate } = await import('../../../src/islands/offline/announce-update.ts'));
});
afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});
beforeEach(() => {
  vi.clearAllMocks();
  local.refuses = false;
  session.clear();
  // Listeners of an earlier test hear nothing of this one.
  worker = new EventTarget();
  vi.stubGlobal('navigator', { serviceWorker: worker });
  page = parseHTML('<!doctype html><body><textarea></textarea><input></body>');
  vi.stubGlobal('document', page.document);
  // The test's document has no default values.
  Object.assign(page.document.querySelector('textarea') ?? {}, { value: '', defaultValue: '' });
  focus(null);
});

function focus(selector: string | null): void {
  const element = selector === null ? page.document.body : page.document.querySelector(selector);
  Object.defineProperty(page.document, 'activeElement', { value: element, configurable: true });
}

const bar = () => page.document.querySelector('.update-bar');
const announce = () => announceUpdate({ waiting: waiting as unknown as ServiceWorker });
const press = (name: string) =>
  [...(bar()?.querySelectorAll('button') ?? [])].find(({ textContent }) => textContent === name)?.click();

describe('a new version', () => {
  it('is announced once, and nothing is reloaded before the reader says so', () => {
    announce();
    announce();
    expect(page.document.querySelectorAll('.update-bar')).toHaveLength(1);
    expect(waiting.postMessage).not.toHaveBeenCalled();
    press('Reload now');
    expect(waiting.postMessage).toHaveBeenCalledExactlyOnceWith({ takeOver: true });
    expect(reload).not.toHaveBeenCalled();
    worker.dispatchEvent(new Event('controllerchange'));
    expect(reload).toHaveBeenCalledOnce();
  });

  it('is not announced again in a tab whose reader has put it off', () => {
    announce();
    press('Later');
    expect(bar()).toBeNull();
    announce();
    expect(bar()).toBeNull();
  });

  it.each(['textarea', 'input'])('is not announced while a %s has the focus', (field) => {
    focus(field);
    announce();
    expect(bar()).toBeNull();
    const leave = () => {
      page.document.dispatchEvent(new page.Event('focusout'));
      vi.runAllTimers();
    };
    // The focus has gone to another field.
    leave();
    expect(bar()).toBeNull();
    focus(null);
    leave();
    expect(bar()?.textContent).toContain('A new version of this guide is ready.');
  });

  it('says first what would be lost: words that no storage has', () => {
    const words = page.document.querySelector('textarea');
    Object.assign(words ?? {}, { value: 'because the slope is negative' });
    announce();
    press('Reload now');
    expect(bar()?.textContent).toContain('Your words in this page are not stored');
    expect(waiting.postMessage).not.toHaveBeenCalled();
    press('Reload anyway');
    expect(waiting.postMessage).toHaveBeenCalledOnce();
  });

  it('says first what would be lost: code, where the browser stores nothing', async () => {
    const { lastingStorage } = await import('../../../src/islands/dom/page-storage.ts');
    local.refuses = true;
    lastingStorage.write('code /guide/#loss', 'x = 1');
    announce();
    press('Reload now');
    expect(bar()?.textContent).toContain('Your browser stores nothing for this guide');
    expect(reload).not.toHaveBeenCalled();
    local.refuses = false;
    lastingStorage.write('code /guide/#loss', 'x = 1');
    press('Later');
  });
});
