import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from './command.ts';
import { scratchFolder } from './scratch-folder.ts';

const page = '```python name=sum\nprint(1 + 1)\n```\n\n```output\n2\n```\n';

/** The entry of a process that verifies the page, and prints the code of its end, and all modules that were loaded. */
const entry = (cwd: string) => `
import { enableCompileCache, registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
enableCompileCache(${JSON.stringify(join(cwd, 'compiled'))});
const loaded = [];
registerHooks({ load: (url, context, next) => (loaded.push(url), next(url, context)) });
const { runVerify } = await import(pathToFileURL(${JSON.stringify(join(root, 'src/verify/cli.ts'))}).href);
const code = await runVerify({
  args: ['page.mdx'],
  root: ${JSON.stringify(cwd)},
  cwd: ${JSON.stringify(cwd)},
  env: {},
  cacheFolder: ${JSON.stringify(join(cwd, 'cache'))},
  runtimeFolder: ${JSON.stringify(join(root, '.cache', 'python'))},
  now: () => new Date(),
  print: () => undefined,
  complain: () => undefined,
  program: 'verify',
  color: false,
});
console.log(JSON.stringify({ code, loaded: [...loaded, ...process.moduleLoadList] }));
`;

/** What a run may not load when nothing has changed: each of these takes a tenth of it, or far more. */
const heavy = {
  'a parser, a renderer or another package': /\/node_modules\/(?!diff\/)/,
  'the engines': /\/src\/python\/(?:native|embedded)\/(?!native-host-error)/,
  processes: /^NativeModule child_process$/,
  'patterns of file names': /^NativeModule internal\/deps\/minimatch/,
  'the compiler of TypeScript': /^NativeModule internal\/deps\/amaro/,
};

it('loads nothing heavy when nothing has changed', () => {
  const cwd = scratchFolder();
  writeFileSync(join(cwd, 'page.mdx'), page);
  writeFileSync(join(cwd, 'entry.mjs'), entry(cwd));
  const verified = (): { readonly code: number; readonly loaded: readonly string[] } =>
    JSON.parse(execFileSync('node', ['entry.mjs'], { cwd, encoding: 'utf8' }));
  const loadedBy = ({ loaded }: ReturnType<typeof verified>) =>
    Object.entries(heavy).flatMap(([what, pattern]) => (loaded.some((name) => pattern.test(name)) ? [what] : []));
  const first = verified();
  expect(first.code).toBe(0);
  // The first run needs them, so that their names are known to be right; patterns are for a configuration.
  expect(loadedBy(first)).toEqual(Object.keys(heavy).filter((what) => what !== 'patterns of file names'));
  const second = verified();
  expect(second.code).toBe(0);
  expect(loadedBy(second)).toEqual([]);
});

it('begins with JavaScript, for which Node needs no compiler, and an old Node gets a sentence', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  expect(scripts.verify).toBe('node scripts/verify.mjs');
  const withoutTypes = spawnSync(process.execPath, ['--no-strip-types', join(root, scripts.verify.slice(5))], {
    encoding: 'utf8',
  });
  expect([withoutTypes.status, withoutTypes.stderr]).toEqual([
    3,
    `Node ${process.versions.node} cannot run this. Use \`npm run verify\`, which takes the project's own Node.\n`,
  ]);
});
