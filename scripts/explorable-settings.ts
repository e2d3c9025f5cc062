import type { SettingCheck } from '../src/verify/read/setting-check.ts';
import { programDigest } from '../src/verify/run/program-digest.ts';

/** The program that decides which settings an explorable can have. */
export const settingFiles = ['explorables/**', 'figures/explorable/**', 'figures/parts/**', 'numeric/**', 'core/**'];

let digest: string | undefined;

/** Asks the explorables of the site about the settings that its pages give them; loading them takes long. */
export const explorableSettings: SettingCheck = {
  digest: () => {
    digest ??= programDigest(settingFiles);
    return digest;
  },
  faults: async (name, settings) => {
    const { explorables } = await import('../src/explorables/explorables.ts');
    const load = Object.hasOwn(explorables, name) ? explorables[name] : undefined;
    if (!load) return [];
    const { settingFaults } = await import('../src/explorables/kit/setting-faults.ts');
    return settingFaults(await load(), settings);
  },
};
