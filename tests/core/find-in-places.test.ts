import { describe, expect, it } from 'vitest';
import { findInPlaces, type Places } from '../../src/core/find-in-places.ts';
import { searchKey } from '../../src/core/search-key.ts';
import { greekLetters, symbolNames } from '../../src/core/symbol-names.ts';

const places: Places = {
  places: [
    ['guide/a/#x', 'A', 'X'],
    ['glossary/#nabla', 'Glossary', 'Nabla'],
  ],
  keys: {
    nabla: [
      ['∇', 0],
      ['Nabla', 1],
    ],
    'np.linspace': [['np.linspace', 0]],
    linspace: [['np.linspace', 0]],
    x: [['x', 1]],
    xx: [['xx', 0]],
  },
};

describe('findInPlaces', () => {
  it.each([
    ['Nabla', ['∇', 'Nabla']],
    ['np.lin', ['np.linspace']],
    ['linsp', ['np.linspace']],
    // One letter stands for itself.
    ['x', ['x']],
    ['X', []],
    ['', []],
    ['constructor', []],
  ])('%s finds %j', (query, what) => {
    expect(findInPlaces(places, query).map((found) => found.what)).toEqual(what);
  });
});

describe('searchKey', () => {
  it.each([
    ['f′(x)', "f'( x )"],
    ['x²', 'x^2'],
    ['xₖ', 'x_k'],
    ['‖v‖', '||v||'],
    ['h → 0', 'h->0'],
    ['Learning rate', 'learning  Rate'],
    ['\\nabla', 'nabla'],
  ])('%s is %s', (one, other) => {
    expect(searchKey(one)).toBe(searchKey(other));
  });

  it('tells a capital letter from a small one', () => {
    expect(searchKey('X')).not.toBe(searchKey('x'));
  });
});

describe('symbolNames', () => {
  it('has all 24 Greek letters, small and capital', () => {
    expect(greekLetters.size).toBe(48);
    expect(symbolNames('η')).toEqual(['eta']);
    expect(symbolNames('Ω')).toEqual(['omega']);
    expect(symbolNames('σ')).toEqual(['sigma']);
    expect(symbolNames('☃')).toEqual([]);
  });
});
