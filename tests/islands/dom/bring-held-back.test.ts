import { parseHTML } from 'linkedom';
import { afterEach, expect, it, vi } from 'vitest';
import { bringHeldBack } from '../../../src/islands/dom/bring-held-back.ts';

afterEach(() => vi.unstubAllGlobals());

function exerciseAt(address: string) {
  const { document } = parseHTML(
    `<html><body><checked-exercise data-held-back="${address}" data-name="a"><python-cell data-check=""></python-cell></checked-exercise></body></html>`,
  );
  const exercise = document.querySelector('checked-exercise') as HTMLElement;
  return { exercise, cell: document.querySelector('python-cell') };
}

const file = {
  a: '<i data-check="f = &quot;g&quot;" data-lines="[1]"></i><template data-mistake="sign">No.</template>',
};

it('puts the check, the lines and the sentences back, however often it is asked', async () => {
  const fetched = vi.fn(async () => ({ ok: true, json: async () => file }));
  vi.stubGlobal('fetch', fetched);
  const { exercise, cell } = exerciseAt('/one.json');
  await Promise.all([bringHeldBack(exercise), bringHeldBack(exercise)]);
  await bringHeldBack(exercise);
  expect(fetched).toHaveBeenCalledTimes(1);
  expect(cell?.getAttribute('data-check')).toBe('f = "g"');
  expect(cell?.getAttribute('data-lines')).toBe('[1]');
  expect(exercise.querySelectorAll('[data-mistake]')).toHaveLength(1);
  expect(exercise.hasAttribute('data-held-back')).toBe(false);
});

it('says why it could not, and fetches again when it is asked again', async () => {
  let isThere = false;
  vi.stubGlobal('fetch', async () => {
    if (!isThere) throw new TypeError('no network');
    return { ok: true, json: async () => file };
  });
  const { exercise, cell } = exerciseAt('/two.json');
  await expect(bringHeldBack(exercise)).rejects.toThrow('Check your connection');
  isThere = true;
  await bringHeldBack(exercise);
  expect(cell?.getAttribute('data-check')).toBe('f = "g"');
});
