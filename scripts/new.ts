import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { newLesson } from './new-lesson.ts';
import { root } from './run-command.ts';

/** `npm run new lesson "Title"`: writes a lesson that passes, and its outputs. */
const [, , what, title, ...more] = process.argv;
if (what !== 'lesson' || title === undefined || title.startsWith('-') || more.length > 0) {
  console.error('Say what is new, and its title in quotes: npm run new lesson "Areas and sums"');
  process.exit(2);
}
try {
  const file = newLesson(title, root);
  console.log(`${file}\ncontent/teaching.yaml: its notes for teachers`);
  const verify = [join('scripts', 'verify.mjs'), '--update', '--yes', file];
  const { status } = spawnSync(process.execPath, verify, { cwd: root, stdio: 'inherit' });
  process.exitCode = status ?? 1;
} catch (error) {
  if (!(error instanceof RangeError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
