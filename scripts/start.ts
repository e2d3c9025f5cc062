import { preview } from 'astro';
import { buildSite, rootBuild } from './build-site.ts';
import { root, runCommand } from './run-command.ts';

const code = await runCommand('node', ['scripts/verify.ts']);
if (code !== 0) {
  console.error(
    '\nThe guide is not built from pages that are not right. Mend them, or let `npm run verify -- --update` do it.',
  );
  process.exit(code);
}

console.log('Building the site …');
if ((await buildSite(rootBuild)) !== 0) process.exit(1);

const server = await preview({ root, logLevel: 'error' });
console.log(`\nThe guide is at http://localhost:${server.port}/  (Ctrl+C ends it)`);
