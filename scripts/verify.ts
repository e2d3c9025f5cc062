import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

// Compiling the program takes longer than everything else when nothing has changed: what is imported from here on is cached.
enableCompileCache(fileURLToPath(new URL('../.cache/compile', import.meta.url)));
const { faultCode, faultText } = await import('../src/verify/program-fault.ts');

process.on('uncaughtException', (error) => {
  process.stderr.write(faultText(error));
  process.exit(faultCode);
});

const { verifyCommand } = await import('./verify-command.ts');
process.exitCode = await verifyCommand(process.argv.slice(2));
