import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageStorage } from '../../../src/islands/dom/page-storage.ts';
import { themeScript } from '../../../src/site/theme-script.ts';
import { MemoryStore } from '../memory-store.ts';

const src = fileURLToPath(new URL('../../../src', import.meta.url));

const refuse = () => {
  throw new DOMException('no', 'SecurityError');
};

describe('pageStorage', () => {
  it('gives back what was written last, whenever the browser refuses', () => {
    const act = fc.record({
      does: fc.constantFrom('write', 'remove', 'refuse', 'allow'),
      key: fc.constantFrom('a', 'b'),
      value: fc.string({ maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.array(act), (acts) => {
        const store = new MemoryStore();
        const storage = pageStorage(() => store);
        const meant = new Map<string, string>();
        for (const { does, key, value } of acts) {
          if (does === 'refuse' || does === 'allow') store.refuses = does === 'refuse';
          if (does === 'remove') {
            storage.remove(key);
            meant.delete(key);
          }
          if (does === 'write') {
            expect(storage.write(key, value)).toBe(!store.refuses);
            meant.set(key, value);
          }
          for (const one of ['a', 'b']) expect(storage.read(one)).toBe(meant.get(one));
          if ([...meant].some(([one, value]) => store.getItem(one) !== value)) expect(storage.isWhole()).toBe(false);
        }
      }),
    );
  });

  it.each<[string, () => MemoryStore]>([
    ['naming it', refuse],
    ['every touch', () => ({ getItem: refuse, setItem: refuse, removeItem: refuse }) as unknown as MemoryStore],
  ])('lives as long as the page where the browser refuses %s', (_what, store) => {
    const storage = pageStorage(store);
    expect(storage.read('a')).toBeUndefined();
    expect(storage.write('a', '1')).toBe(false);
    expect(storage.read('a')).toBe('1');
    storage.remove('a');
    expect(storage.read('a')).toBeUndefined();
  });

  it('is the only place of the site that touches what may be refused', () => {
    const touching = readdirSync(src, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(ts|astro|mjs|js)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) =>
        /\b(?:localStorage|sessionStorage|document\.cookie|indexedDB)\b/.test(readFileSync(path, 'utf8')),
      );
    // The script in the head of a page runs before any module, and so has a guard of its own.
    const script = '/site/theme-script.ts';
    expect(touching.map((path) => path.slice(src.length)).sort()).toEqual(['/islands/dom/page-storage.ts', script]);
    expect(themeScript.replace(/try\{[^{}]*\}catch\{\}/g, '')).not.toMatch(/Storage\b(?!")/);
  });
});
