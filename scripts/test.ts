import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { baseBuild, buildSite, rootBuild } from './build-site.ts';
import { checkCode } from './check-code.ts';
import { root, runCommand } from './run-command.ts';
import { runBrowserTests, runUnitTests } from './run-tests.ts';
import { type Count, once, part, total } from './tally.ts';

/** Runs everything, in parallel: the browser tests begin once both sites are built, whatever else still runs. */
const folder = join(root, '.cache', 'test');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

// In parallel, because none of them keeps all processors busy on its own. The unit tests give way: what the browser tests
// wait for comes first, and they fill the time in which a browser test waits.
const unitTests = part('unit tests', () => runUnitTests({ givesWay: true }));
const checks = checkCode();
const counts = (await Promise.all([buildAndBrowse(checks), checks, unitTests])).flat();

const { passed, failed } = total(counts);
const totals = `tests: ${passed} passed, ${failed} failed`;
writeFileSync(join(folder, 'totals.txt'), `${totals}\n`);
console.log(`\n${totals}`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

/**
 * Builds after the verification, because pages show its result, and tests what was built. Not before the checks have ended:
 * they write the types of the content into the folder in which a build writes them, too.
 */
async function buildAndBrowse(checks: Promise<unknown>): Promise<Count[]> {
  const verify = ['scripts/verify.mjs', '--engine', 'both', '--python', 'all'];
  const verification = await part('verification, both engines', async () =>
    once(await runCommand('node', verify, { hold: 'until it ends' })),
  );
  await checks;
  return [
    verification,
    await part('build, at the root', async () => once(await buildSite(rootBuild))),
    await part('build, under a base path', async () => once(await buildSite(baseBuild))),
    await part('browser tests', runBrowserTests),
  ];
}
