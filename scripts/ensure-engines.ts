import type { Engines } from './find-engines.ts';
import type { PackageManager } from './package-manager.ts';

/** The packages of Debian with an engine, and its name in messages. */
const packages: Readonly<Record<keyof Engines, { readonly name: string; readonly from: readonly string[] }>> = {
  firefox: { name: 'Firefox', from: ['firefox-esr'] },
  webkit: { name: 'WebKitGTK', from: ['webkit2gtk-driver', 'xvfb'] },
};

/** The engines and the package manager of a machine. */
export interface Machine {
  readonly find: () => Engines;
  readonly debian: PackageManager;
}

/**
 * Installs the engines beside Chromium that are missing. The tests pass without them: their tests are then skipped.
 *
 * @param say called with one line for each engine that cannot be installed
 */
export function ensureEngines({ find, debian }: Machine, say: (text: string) => void): void {
  for (const engine of ['firefox', 'webkit'] as const) {
    const { name, from } = packages[engine];
    if (find()[engine] || (debian.install(from) && find()[engine])) continue;
    const command = `apt-get install ${from.join(' ')}`;
    say(`${name} is not installed: its test is skipped, and does not count as passed. To install it: ${command}`);
  }
}
