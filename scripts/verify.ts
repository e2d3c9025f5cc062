import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runVerify } from '../src/verify/cli.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

process.exitCode = await runVerify({
  args: process.argv.slice(2),
  root,
  cwd: process.cwd(),
  env: process.env,
  cacheFolder: join(root, '.cache', 'verify'),
  now: () => new Date(),
  print: (text) => void process.stdout.write(text),
  complain: (text) => void process.stderr.write(text),
  colour: process.stdout.isTTY && !process.env['NO_COLOR'],
});
