import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';
import { findChromium } from './scripts/find-chromium.ts';
import { isWhole, onlyWhole } from './tests/depth.ts';
import { sites } from './tests/e2e/sites.ts';

const missing = sites.filter(({ folder }) => !existsSync(`${folder}/index.html`));
if (missing.length > 0) {
  const folders = missing.map(({ folder }) => `\`${folder}\``).join(' and ');
  throw new Error(
    `The browser tests look at a built site, and ${folders} is not there. \`npm test\` builds both and runs them.`,
  );
}

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  snapshotPathTemplate: '{testDir}/transcripts/{arg}{ext}',
  fullyParallel: true,
  // By default a sample: see `tests/depth.ts`.
  ...(isWhole ? {} : { grepInvert: new RegExp(onlyWhole.tag) }),
  workers: 2,
  forbidOnly: process.env['CI'] !== undefined,
  // No test measures time. These end one that hangs, however much else the machine does.
  timeout: 300_000,
  expect: { timeout: 60_000 },
  reporter: 'list',
  use: {
    // What a service worker fetches, tests cannot hold up; the one that is about it allows it.
    serviceWorkers: 'block',
    // Nobody waits for a page to glide to its anchor.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      executablePath: findChromium(process.env),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        // Python is compiled quickly, and not for speed: a test is over before that pays.
        ...(isWhole ? [] : ['--js-flags=--liftoff-only']),
      ],
    },
  },
  webServer: sites.map(({ folder, base, port }) => ({
    command: `node tests/e2e/static-server.ts ${folder} ${base} ${port}`,
    url: `http://127.0.0.1:${port}${base}`,
    reuseExistingServer: false,
  })),
});
