import { codeChecks } from './code-checks.ts';
import { runCommand } from './run-command.ts';
import { type Count, once, part } from './tally.ts';

/** Runs the checks of the code one after the other, as parts of the tests. */
export async function checkCode(): Promise<Count[]> {
  const counts: Count[] = [];
  for (const [name, command, args] of codeChecks) {
    counts.push(await part(name, async () => once(await runCommand(command, args, { hold: 'unless it fails' }))));
  }
  return counts;
}
