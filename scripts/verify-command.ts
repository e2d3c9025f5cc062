import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ask } from '../src/verify/ask.ts';
import { runVerify } from '../src/verify/cli.ts';
import type { CommandLine } from '../src/verify/cli-options.ts';
import { explorableSettings } from './explorable-settings.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Runs `npm run verify` in this process, with the streams and the environment of it. Returns the exit code. */
export async function verifyCommand(args: readonly string[], more: Partial<CommandLine> = {}): Promise<number> {
  // npm runs this project's commands in its root only.
  const isRoot = resolve(process.cwd()) === resolve(root);
  return runVerify({
    args,
    root,
    cwd: process.cwd(),
    env: process.env,
    cacheFolder: join(root, '.cache', 'verify'),
    runtimeFolder: join(root, '.cache', 'python'),
    now: () => new Date(),
    ask,
    settingCheck: explorableSettings,
    print: (text) => void process.stdout.write(text),
    complain: (text) => void process.stderr.write(text),
    program: isRoot ? 'npm run verify --' : `node ${relative(process.cwd(), join(root, 'scripts', 'verify.mjs'))}`,
    color: process.stdout.isTTY && !process.env['NO_COLOR'],
    hasTerminal: process.stderr.isTTY === true,
    ...more,
  });
}
