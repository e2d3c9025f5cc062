import { findProgram } from './find-program.ts';

/** The headless one comes first: it starts and opens pages in half the time. */
const names = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The path of a Chromium: the value of `CHROMIUM`, else the first on the PATH. @throws if there is none. */
export function findChromium(env: NodeJS.ProcessEnv): string {
  const found = env['CHROMIUM'] ?? findProgram(env, ...names);
  if (found === undefined) {
    throw new Error(
      'No Chromium was found. Install it with the system’s package manager, or set its path: CHROMIUM=/path/to/chromium',
    );
  }
  return found;
}
