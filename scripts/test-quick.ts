import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkCode } from './check-code.ts';
import { root } from './run-command.ts';
import { runUnitTests } from './run-tests.ts';
import { part, total } from './tally.ts';

/** The checks to run after every change: types, lint, architecture, and the unit tests that start no Python. */
mkdirSync(join(root, '.cache', 'test'), { recursive: true });
const quick = { args: ['--project', 'quick', '--project', 'islands'] };
const counts = (await Promise.all([checkCode(), part('quick unit tests', () => runUnitTests(quick))])).flat();
const { passed, failed } = total(counts);
console.log(`\ntests: ${passed} passed, ${failed} failed  (\`npm test\` runs everything)`);
process.exitCode = failed === 0 ? 0 : 1;
