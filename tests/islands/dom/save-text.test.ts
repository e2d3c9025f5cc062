import { parseHTML } from 'linkedom';
import { afterEach, expect, it, vi } from 'vitest';
import { saveText } from '../../../src/islands/dom/save-text.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('leaves the browser time to read what it saves, and then gives it up', () => {
  vi.useFakeTimers();
  vi.stubGlobal('document', parseHTML('<html><body></body></html>').document);
  const revoked: string[] = [];
  vi.stubGlobal('URL', {
    createObjectURL: () => 'blob:1',
    revokeObjectURL: (address: string) => revoked.push(address),
  });
  saveText('a', 'a.txt', 'text/plain');
  vi.advanceTimersByTime(10_000);
  expect(revoked).toEqual([]);
  vi.runAllTimers();
  expect(revoked).toEqual(['blob:1']);
});
