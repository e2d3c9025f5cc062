import { afterAll, beforeEach, expect, it, vi } from 'vitest';

const announceUpdate = vi.hoisted(() => vi.fn());
vi.mock('../../../src/islands/offline/announce-update.ts', () => ({ announceUpdate }));
const { watchUpdates } = await import('../../../src/islands/offline/watch-updates.ts');

afterAll(() => vi.unstubAllGlobals());
beforeEach(() => {
  announceUpdate.mockClear();
  vi.stubGlobal('navigator', { serviceWorker: { controller: {} } });
});

class Registration extends EventTarget {
  installing: (EventTarget & { state: string }) | null = null;
  waiting: EventTarget | null = null;

  find(): void {
    this.installing = Object.assign(new EventTarget(), { state: 'installing' });
    this.dispatchEvent(new Event('updatefound'));
  }

  install(): void {
    const worker = this.installing;
    if (!worker) throw new Error('nothing is being installed');
    [this.installing, this.waiting] = [null, worker];
    worker.state = 'installed';
    worker.dispatchEvent(new Event('statechange'));
  }
}

const watch = (registration: Registration) => watchUpdates(registration as unknown as ServiceWorkerRegistration);
const steps = ['find', 'install'] as const;

it.each([0, 1, 2])('announces a new version once, of which %i of two events came before anybody listened', (before) => {
  const registration = new Registration();
  for (const step of steps.slice(0, before)) registration[step]();
  watch(registration);
  for (const step of steps.slice(before)) {
    expect(announceUpdate).not.toHaveBeenCalled();
    registration[step]();
  }
  expect(announceUpdate).toHaveBeenCalledExactlyOnceWith(registration);
});

it('does not announce the first version of a browser', () => {
  vi.stubGlobal('navigator', { serviceWorker: { controller: null } });
  const registration = new Registration();
  watch(registration);
  for (const step of steps) registration[step]();
  expect(announceUpdate).not.toHaveBeenCalled();
});
