import module from 'node:module';
import { fileURLToPath } from 'node:url';

/**
 * The entry point of `npm run verify`. It is JavaScript because Node compiles its TypeScript compiler for the first file of
 * TypeScript that is not in the cache of compiled code. What is imported from here on is in that cache: compiling the program
 * takes longer than everything else when nothing has changed.
 */
// Node 20 runs no TypeScript, and its `node:module` has no `enableCompileCache`.
if (!process.features.typescript) {
  console.error(
    `Node ${process.versions.node} cannot run this. Use \`npm run verify\`, which takes the project's own Node.`,
  );
  process.exit(3);
}
module.enableCompileCache(fileURLToPath(new URL('../.cache/compile', import.meta.url)));
const { faultCode, faultText } = await import('../src/verify/program-fault.ts');

process.on('uncaughtException', (error) => {
  process.stderr.write(faultText(error));
  process.exit(faultCode);
});

const { verifyCommand } = await import('./verify-command.ts');
process.exitCode = await verifyCommand(process.argv.slice(2));
