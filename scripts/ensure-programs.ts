import type { Engines } from './find-engines.ts';
import type { PackageManager } from './package-manager.ts';

/** Programs that some tests need, and are skipped without: the engines beside Chromium, and the Java of the HTML checker. */
export interface TestPrograms extends Engines {
  readonly java: string | undefined;
}

/** The packages of Debian with a program, and its name in messages. */
const packages: Readonly<Record<keyof TestPrograms, { readonly name: string; readonly from: readonly string[] }>> = {
  firefox: { name: 'Firefox', from: ['firefox-esr'] },
  webkit: { name: 'WebKitGTK', from: ['webkit2gtk-driver', 'xvfb'] },
  java: { name: 'Java', from: ['default-jre-headless'] },
};

/** The programs and the package manager of a machine. */
export interface Machine {
  readonly find: () => TestPrograms;
  readonly debian: PackageManager;
}

/**
 * Installs the programs that are missing. The tests pass without them: their tests are then skipped.
 *
 * @param say called with one line for each program that cannot be installed
 */
export function ensurePrograms({ find, debian }: Machine, say: (text: string) => void): void {
  for (const program of ['firefox', 'webkit', 'java'] as const) {
    const { name, from } = packages[program];
    if (find()[program] || (debian.install(from) && find()[program])) continue;
    const command = `apt-get install ${from.join(' ')}`;
    say(`${name} is not installed: its test is skipped, and does not count as passed. To install it: ${command}`);
  }
}
