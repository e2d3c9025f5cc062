import { runCommand } from './run-command.ts';
import { type Count, once, part } from './tally.ts';

const hold = { hold: 'unless it fails' } as const;

/** Lint, then types: the checks that do not run the code. */
export async function checkCode(): Promise<Count[]> {
  return [
    await part('lint', async () =>
      once(await runCommand('biome', ['ci', '--error-on-warnings', '--colors=off'], hold)),
    ),
    await part('types', async () =>
      once(await runCommand('astro', ['check', '--minimumFailingSeverity', 'warning'], hold)),
    ),
  ];
}
