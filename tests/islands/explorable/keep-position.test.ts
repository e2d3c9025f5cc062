import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explorables } from '../../../src/explorables/explorables.ts';
import { pageStorage } from '../../../src/islands/dom/page-storage.ts';
import { positionKeeper } from '../../../src/islands/explorable/keep-position.ts';
import { arbitraryState } from '../../explorables/arbitrary-state.ts';
import { MemoryStore } from '../memory-store.ts';

const all = await Promise.all(Object.values(explorables).map((load) => load()));

describe('the place of a reader in an explorable', () => {
  it.each(all)(
    '$id: any position comes back, and the initial one leaves nothing behind',
    ({ id, controls, initial }) => {
      fc.assert(
        fc.property(arbitraryState(controls), fc.nat(1000), (state, step) => {
          const storage = pageStorage(() => store);
          const store = new MemoryStore();
          const keeper = () => positionKeeper(storage, '/page/', { id, controls, initial });
          keeper().write({ state, step });
          const isInitial = JSON.stringify({ state, step }) === JSON.stringify(initial);
          expect(keeper().read()).toEqual(isInitial ? undefined : { state, step });
          expect(positionKeeper(storage, '/other/', { id, controls, initial }).read()).toBeUndefined();
          keeper().write(initial);
          expect(keeper().read()).toBeUndefined();
          expect(store.getItem(`explorable /page/#${id}`)).toBeNull();
        }),
        { numRuns: 30 },
      );
    },
  );

  it.each(['', 'nonsense', 'descent-1d.rate=fast', 'descent-1d.gone=1', '%E0%A4%A'])(
    'is not what storage says as %s',
    (text) => {
      const descent = all.find(({ id }) => id === 'descent-1d');
      if (descent === undefined) throw new Error('no explorable descent-1d');
      const storage = pageStorage(() => new MemoryStore());
      storage.write('explorable /page/#descent-1d', text);
      expect(positionKeeper(storage, '/page/', descent).read()).toBeUndefined();
    },
  );
});
