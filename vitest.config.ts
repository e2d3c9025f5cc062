import { defineConfig } from 'vitest/config';

/** Files that start a Python, or walk through a whole range of states: not what one waits for after every change. */
const slow = [
  'tests/mutation/**',
  'tests/python/**',
  'tests/verify/**',
  'tests/scripts/new-lesson.test.ts',
  'tests/docs.test.ts',
  'tests/editions/**',
  'tests/experiments/**',
  'tests/figures/{recorded-*,not-finite}.test.ts',
  'tests/explorables/{every-explorable,rate-regimes,see-in-python}.test.ts',
  'tests/explorables/prove/**',
  'tests/islands/explorable/show-equation.test.ts',
];
const everywhere = ['tests/**/*.test.ts'];
/** Files that set globals of a page: `document`, `customElements`. */
const islands = ['tests/islands/**/*.test.ts'];
const browser = ['tests/e2e/**'];

/** `npm run test:anywhere` asks for it: elementary functions as another processor or engine may have them. */
const isInexact = process.env['INEXACT_MATH'] !== undefined;

/** What runs before each file. */
const everyFile = [
  ...(isInexact ? ['tests/inexact-math.ts'] : []),
  'tests/property-seed.ts',
  'tests/after-each-file.ts',
];

export default defineConfig({
  // Written as Math.pow, powers are what `inexact-math.ts` can make inexact too. What else that old a language lacks is
  // left as it is, with a warning.
  ...(isInexact ? { oxc: { target: 'es2015' }, logLevel: 'error' as const } : {}),
  test: {
    // What was kept on disk may have been compiled for the other setting.
    ...(isInexact ? { fsModuleCache: false } : {}),
    setupFiles: everyFile,
    // No test measures time. These end one that hangs, however much else the machine does.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    // By default one processor is left alone, of two every second.
    maxWorkers: '100%',
    // Where files are not isolated, they share the modules that they import: a quarter of the time, or nearly half, went
    // into importing them anew.
    projects: [
      {
        extends: true,
        test: { name: 'quick', include: everywhere, exclude: [...browser, ...slow, ...islands], isolate: false },
      },
      {
        extends: true,
        test: {
          name: 'islands',
          include: islands,
          exclude: slow,
          isolate: false,
          setupFiles: [...everyFile, 'tests/islands/own-globals.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'slow',
          include: slow.map((glob) => glob.replace(/\*\*$/, '**/*.test.ts')),
          exclude: browser,
          isolate: false,
        },
      },
    ],
  },
});
