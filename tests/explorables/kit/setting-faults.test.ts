import { describe, expect, it } from 'vitest';
import { explorables } from '../../../src/explorables/explorables.ts';
import { settingFaults } from '../../../src/explorables/kit/setting-faults.ts';

async function faults(name: string, settings: Readonly<Record<string, string>>) {
  const explorable = await explorables[name]?.();
  return explorable ? settingFaults(explorable, Object.entries(settings)) : [];
}

describe('the faults of the settings that a page gives an explorable', () => {
  it.each(Object.keys(explorables))('%s has none where it starts', async (name) => {
    expect(await faults(name, {})).toEqual([]);
  });

  it('are all named, each with what to write', async () => {
    const found = await faults('descent-1d', { curve: 'Quartic', rate: '7', start: '', constructor: '1', step: 'x' });
    expect(found.map(({ key, hint }) => `${key}: ${hint}`)).toEqual([
      'curve: Write `curve="quartic"`, for example.',
      'rate: Write `rate="1.5"`, for example.',
      'start: Write `start="4"`, for example.',
      'constructor: It has `curve`, `start`, `rate`, `step`.',
      'step: Write `step="0"` for the beginning.',
    ]);
  });

  it('are those of its state: the length of a run depends on the settings', async () => {
    expect(await faults('descent-1d', { rate: '0.1', step: '60' })).toEqual([]);
    const found = await faults('descent-1d', { rate: '0.5', step: '60' });
    expect(found.map(({ message }) => message)).toEqual(['`step` is 60, and the last step of this state is 1.']);
  });
});
