import { preview } from 'astro';
import { buildSite, rootBuild } from './build-site.ts';
import { root, runCommand } from './run-command.ts';

const code = await runCommand('node', ['scripts/verify.mjs']);
if (code !== 0) {
  console.error(
    '\nThe site is not built: the verification failed. Fix the pages, or update outputs with `npm run verify -- --update`.',
  );
  process.exit(code);
}

console.log('Building the site …');
if ((await buildSite(rootBuild)) !== 0) process.exit(1);

const server = await preview({ root, logLevel: 'error' });
console.log(`\nThe guide is at http://localhost:${server.port}/  (stop it with Ctrl+C)`);
