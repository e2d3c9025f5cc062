import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { findProgram } from './find-program.ts';

/** The programs with which a test controls a page in WebKitGTK: Debian's `webkit2gtk-driver` and `xvfb`. */
export interface WebKitPrograms {
  readonly driver: string;
  readonly browser: string;
  /** Xvfb, a display without a screen. */
  readonly display: string;
}

/** The engines beside Chromium in which the tests use a lesson; one that is not installed is `undefined`. */
export interface Engines {
  readonly firefox: string | undefined;
  readonly webkit: WebKitPrograms | undefined;
}

/**
 * @param env whose `FIREFOX` is the path of a Firefox; otherwise the first on the PATH is taken
 * @param libraries the folder of the system's libraries
 */
export function findEngines(env: NodeJS.ProcessEnv, libraries = '/usr/lib'): Engines {
  const firefox = env['FIREFOX'] ?? findProgram(env, 'firefox-esr', 'firefox');
  const [driver, display] = [findProgram(env, 'WebKitWebDriver'), findProgram(env, 'Xvfb')];
  const browser = findMiniBrowser(libraries);
  return { firefox, webkit: driver && display && browser ? { driver, browser, display } : undefined };
}

/** Debian keeps it beside the library: `/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser`. */
function findMiniBrowser(libraries: string): string | undefined {
  if (!existsSync(libraries)) return undefined;
  const versions = ['webkitgtk-6.0', 'webkit2gtk-4.1', 'webkit2gtk-4.0'];
  return readdirSync(libraries)
    .filter((name) => name.endsWith('-linux-gnu'))
    .flatMap((name) => versions.map((version) => join(libraries, name, version, 'MiniBrowser')))
    .find((path) => existsSync(path));
}
