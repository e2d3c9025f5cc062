import { createHash } from 'node:crypto';
import { fontScript } from './font-script.ts';
import { layoutScript } from './layout-script.ts';
import { programScript } from './program-script.ts';
import { themeScript } from './theme-script.ts';

/** Brings fonts and programs once the text of a page is seen. */
const seenScript = `{${programScript};${fontScript}}`;

/** The script in the head of a short or a long page: one, since the policy of a page has the digest of each. */
export const headScripts = {
  short: `${themeScript};${seenScript}`,
  long: `${themeScript};${seenScript};${layoutScript}`,
} as const;

/** The digests with which the policy allows them. */
export const headScriptHashes = Object.values(headScripts).map(
  (script) => `sha256-${createHash('sha256').update(script).digest('base64')}` as const,
);
