import { enableCompileCache } from 'node:module';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const here = fileURLToPath(import.meta.url);

// Compiling the Markdown parser and the TypeScript takes as long as importing NumPy, so the result is cached.
enableCompileCache(join(root, '.cache', 'compile'));
const { runVerify } = await import('../src/verify/cli.ts');
const { ask } = await import('../src/verify/ask.ts');

process.exitCode = await runVerify({
  args: process.argv.slice(2),
  root,
  cwd: process.cwd(),
  env: process.env,
  cacheFolder: join(root, '.cache', 'verify'),
  runtimeFolder: join(root, '.cache', 'python'),
  now: () => new Date(),
  ask,
  print: (text) => void process.stdout.write(text),
  complain: (text) => void process.stderr.write(text),
  // npm runs this project's commands in its root only.
  program: resolve(process.cwd()) === resolve(root) ? 'npm run verify --' : `node ${relative(process.cwd(), here)}`,
  color: process.stdout.isTTY && !process.env['NO_COLOR'],
  hasTerminal: process.stderr.isTTY === true,
});
