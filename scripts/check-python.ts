import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readOptions } from './read-options.ts';
import { checkPython, fixPython } from './ruff.ts';
import { root } from './run-command.ts';

const usage = `Lints every Python file of the project with Ruff, and checks that it is formatted.

  node scripts/check-python.ts [--fix]

  --fix   apply Ruff's fixes and format, then report what is left`;

const { values } = readOptions(usage, {
  options: { fix: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
});
if (values.help) console.log(usage);
else process.exitCode = run(values.fix);

function run(fix: boolean): number {
  const paths = globSync('{src,scripts,tests}/**/*.py', { cwd: root }).map((path) => path.replaceAll('\\', '/'));
  const messages = paths.toSorted().flatMap((path) => {
    const text = readFileSync(join(root, path), 'utf8');
    const fixed = fix ? fixPython(path, text) : text;
    if (fixed !== text) writeFileSync(join(root, path), fixed);
    return checkPython(path, fixed);
  });
  for (const message of messages) console.error(message);
  return messages.length === 0 ? 0 : 1;
}
