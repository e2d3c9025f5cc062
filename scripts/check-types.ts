import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root, runCommand } from './run-command.ts';

/**
 * Checks the types: of TypeScript with its native compiler, which takes a quarter of the time and looks again only at what
 * changed since the last check, and of the `.astro` files with Astro's, which alone can read them. Both need the types that
 * `astro sync` writes for the content, and which are still those of the last check if no file that it reads has changed.
 */
const native = `${root}/node_modules/typescript-native/bin/tsc`;
const incremental = ['--incremental', '--tsBuildInfoFile', `${root}/.cache/types.tsbuildinfo`];
const checks: readonly (readonly [command: string, args: readonly string[]])[] = [
  ['node', [native, '--noEmit', '--pretty', 'false', ...incremental]],
  ['astro', ['check', '--noSync', '--tsconfig', 'tsconfig.astro.json', '--minimumFailingSeverity', 'warning']],
];

const written = statSync(join(root, '.astro/types.d.ts'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
const read = globSync(['content/**/*', 'src/**/*.config.ts', 'astro.config.mjs', 'package-lock.json'], { cwd: root });
const isCurrent = read.every((file) => statSync(join(root, file)).mtimeMs < written);
const synced = isCurrent ? 0 : await runCommand('astro', ['sync'], { hold: 'unless it fails' });
const codes = await Promise.all(
  checks.map(([command, args]) => runCommand(command, args, { hold: 'unless it fails' })),
);
process.exitCode = [synced, ...codes].every((code) => code === 0) ? 0 : 1;
