import { describe, expect, it } from 'vitest';
import { codeKeeper } from '../../src/islands/saved-code.ts';

function memory() {
  const items = new Map<string, string>();
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  };
}

describe('codeKeeper', () => {
  it('keeps the code of each cell of each page apart, and forgets one alone', () => {
    const store = memory();
    const keeper = (path: string, id: string) => codeKeeper(() => store, path, id);
    keeper('/a/', 'one').write({ code: 'x = 1', lesson: 'x = 0' });
    keeper('/a/', 'two').write({ code: 'y', lesson: '' });
    expect(keeper('/b/', 'one').read()).toBeUndefined();
    keeper('/a/', 'two').forget();
    expect(keeper('/a/', 'two').read()).toBeUndefined();
    expect(keeper('/a/', 'one').read()).toEqual({ code: 'x = 1', lesson: 'x = 0' });
  });

  it.each(['', '{', 'null', '"x"', '{"code": 1, "lesson": ""}', '{"code": "x"}'])('reads nothing from %s', (text) => {
    const store = { ...memory(), getItem: () => text };
    expect(codeKeeper(() => store, '/', 'x').read()).toBeUndefined();
  });

  it('lives with a browser that refuses to store', () => {
    const refuse = () => {
      throw new DOMException('no', 'SecurityError');
    };
    const keeper = codeKeeper(refuse, '/', 'x');
    keeper.write({ code: '', lesson: '' });
    keeper.forget();
    expect(keeper.read()).toBeUndefined();
    const full = codeKeeper(() => ({ ...memory(), setItem: refuse }), '/', 'x');
    full.write({ code: '', lesson: '' });
    expect(full.read()).toBeUndefined();
  });
});
