import { type CodeCheck, codeChecks } from './code-checks.ts';
import { runCommand } from './run-command.ts';

/** Types, lint and architecture: the checks that do not run the guide. */
const checks: readonly CodeCheck[] = [
  ...codeChecks,
  ['lint of Python', 'node', ['scripts/check-python.ts']],
  ['architecture', 'vitest', ['run', 'tests/architecture']],
];

const codes = await Promise.all(
  checks.map(([, command, args]) => runCommand(command, args, { hold: 'unless it fails' })),
);
for (const [i, [name]] of checks.entries()) console.log(`${codes[i] === 0 ? '✓' : '✗'} ${name}`);
process.exitCode = codes.every((code) => code === 0) ? 0 : 1;
