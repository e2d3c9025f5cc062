import { type CodeCheck, codeChecks } from './code-checks.ts';
import { runCommand } from './run-command.ts';

/** Types, lint, architecture and the data of the guide: the checks that do not run it. */
const checks: readonly CodeCheck[] = [
  ...codeChecks,
  ['data of the guide', 'node', ['scripts/check-content.ts']],
  ['lint of Python', 'node', ['scripts/check-python.ts']],
  ['architecture', 'vitest', ['run', 'tests/architecture']],
];

const codes = await Promise.all(
  checks.map(([, command, args]) => runCommand(command, args, { hold: 'unless it fails' })),
);
for (const [i, [name]] of checks.entries()) console.log(`${codes[i] === 0 ? '✓' : '✗'} ${name}`);
process.exitCode = codes.every((code) => code === 0) ? 0 : 1;
