import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { root } from './run-command.ts';
import { verifyCommand } from './verify-command.ts';

/**
 * Serves the site while it is written, and verifies each file of `content/` when it is saved: in the terminal, and in the
 * page, which loads again when there is a new report.
 */
const server = spawn(join(root, 'node_modules', '.bin', 'astro'), ['dev', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
});
const ended = once(server, 'exit').then(() => undefined);
// Ctrl-C reaches both processes; this one ends after the server, and ends its engines.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill(signal));
await verifyCommand(['--watch'], { ended, hasTerminal: false });
