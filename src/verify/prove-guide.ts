#!/usr/bin/env node
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ask } from './ask.ts';
import { nodeIsTooOld } from './least-node.ts';
import { faultCode, faultText } from './program-fault.ts';
import { toolName } from './report/tool-name.ts';

/** An entry point: the command of the verifier's package, for guides that are not of this project. */
const cacheFolder = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), toolName);

const problem = nodeIsTooOld(process.versions.node, process.execPath);
if (problem !== undefined) {
  process.stderr.write(`${problem}\n`);
  process.exit(3);
}
process.on('uncaughtException', (error) => {
  process.stderr.write(faultText(error));
  process.exit(faultCode);
});
// An older Node could not load it: it lacks some of the functions that are imported.
const { runVerify } = await import('./cli.ts');
process.exitCode = await runVerify({
  args: process.argv.slice(2),
  // No page is in this folder: every page is read as a guide of others, with their conventions.
  root: fileURLToPath(new URL('./', import.meta.url)),
  cwd: process.cwd(),
  env: process.env,
  cacheFolder,
  runtimeFolder: join(cacheFolder, 'python'),
  now: () => new Date(),
  ask,
  print: (text) => void process.stdout.write(text),
  complain: (text) => void process.stderr.write(text),
  program: `npx ${toolName}`,
  defaultPaths: ['.'],
  color: process.stdout.isTTY && !process.env['NO_COLOR'],
  hasTerminal: process.stderr.isTTY === true,
});
