import { parseHTML } from 'linkedom';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fetchPart } from '../../../src/islands/dom/fetch-part.ts';
import { activateExplorable } from '../../../src/islands/explorable/activate-explorable.ts';

const { document } = parseHTML(
  '<!doctype html><html><body><div id="root"><p data-part="said"></p></div></body></html>',
);
const root = document.querySelector('#root') as HTMLElement;
const said = root.querySelector('[data-part=said]') as HTMLElement;

beforeEach(() => void vi.stubGlobal('document', document));
afterEach(() => {
  vi.unstubAllGlobals();
  said.textContent = '';
  delete root.dataset['live'];
});

const noNetwork = (): Promise<number> => Promise.reject(new TypeError('no network'));
const fetchWith =
  (ask: () => Promise<number>): typeof fetchPart =>
  (load) =>
    fetchPart(load, ask);

it('works once its parts are here, and is made to work once', async () => {
  const activate = vi.fn();
  const first = activateExplorable(root, async () => activate);
  expect(root.dataset['live']).toBe('loading');
  await activateExplorable(root, async () => activate);
  await first;
  expect(activate).toHaveBeenCalledOnce();
  expect(root.dataset['live']).toBe('ready');
});

it('reports a failed connection, and Try again activates it', async () => {
  const activate = vi.fn();
  const prepare = vi.fn<() => Promise<() => void>>().mockRejectedValueOnce(new TypeError('no network'));
  prepare.mockResolvedValue(activate);
  await activateExplorable(root, prepare, fetchWith(noNetwork));
  expect(said.textContent).toContain('Check your connection');
  expect(root.dataset['live']).toBeUndefined();
  said.querySelector('button')?.click();
  await vi.waitFor(() => expect(root.dataset['live']).toBe('ready'));
  expect(activate).toHaveBeenCalledOnce();
  expect(said.textContent).toBe('');
});

it('offers no second try after a new deployment', async () => {
  await activateExplorable(
    root,
    () => Promise.reject(new TypeError('gone')),
    fetchWith(async () => 200),
  );
  expect(said.textContent).toContain('reload it');
  expect(said.querySelector('button')).toBeNull();
});

it('hides no error of its own behind a message on the network', async () => {
  const broken = () => {
    throw new RangeError('a mistake');
  };
  await expect(activateExplorable(root, async () => broken)).rejects.toThrow('a mistake');
});
