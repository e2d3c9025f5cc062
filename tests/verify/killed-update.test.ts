import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { cases, isWhole } from '../depth.ts';
import { machinePythons } from '../python/machine-pythons.ts';
import { root } from './command.ts';
import { moments } from './moments.ts';
import { scratchFolder } from './scratch-folder.ts';

const [python] = machinePythons;
const names = ['a.md', 'b.md', 'deep/c.md', 'deep/d.md', 'e.md', 'f.md'];
/** Long enough that much of the time goes into writing. */
const text = `~~~text\n${'The text of a page.\n'.repeat(10_000)}~~~\n`;
const page = (printed: string) =>
  `${text}\n\`\`\`python\nprint(2)\n\`\`\`\n\n\`\`\`output\n${printed}\n\`\`\`\n\n${text}`;

/** A folder with stale pages, and the command that updates them, as a user runs it. */
function staleGuide() {
  const folder = scratchFolder();
  const guide = join(folder, 'guide');
  mkdirSync(join(guide, 'deep'), { recursive: true });
  const { CI: _, ...env } = process.env;
  const update = () =>
    spawn(
      process.execPath,
      [
        join(root, 'src', 'verify', 'prove-guide.ts'),
        ...['--engine', 'native', '--python', python?.executable ?? 'python3', '--update', '--yes'],
      ],
      { cwd: guide, env: { ...env, XDG_CACHE_HOME: join(folder, 'cache') }, stdio: 'ignore' },
    );
  const files = () => readdirSync(guide, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  return {
    guide,
    update,
    makeStale: () => {
      for (const name of names) writeFileSync(join(guide, name), page('1'));
    },
    pages: () => names.map((name) => readFileSync(join(guide, name), 'utf8')),
    fileNames: () => files().map(({ name }) => name),
  };
}

describe('`--update` that is killed', () => {
  it('leaves each page as it was or as it should be, and the next one completes it and tidies up', async () => {
    const { guide, update, makeStale, pages, fileNames } = staleGuide();
    const moment = moments(20261129);
    let between = 0;
    for (let kill = 0; kill < cases(2, 1000); kill++) {
      makeStale();
      const writes = watch(guide, { recursive: true });
      const command = update();
      const ended = once(command, 'close');
      // From the first byte that it writes into the folder.
      await Promise.race([once(writes, 'change'), ended]);
      writes.close();
      await wait(moment.next().value * 60);
      command.kill('SIGKILL');
      await ended;
      const kept = pages();
      expect(kept.filter((one) => one !== page('1') && one !== page('2'))).toEqual([]);
      between += Number(new Set(kept).size === 2);
    }
    // On a busy machine, each of a few kills may come before the first page is in its place, or after the last.
    if (isWhole) expect(between).toBeGreaterThan(0);
    await once(update(), 'close');
    expect(pages().filter((one) => one !== page('2'))).toEqual([]);
    expect(fileNames().toSorted()).toEqual(names.map((name) => name.replace('deep/', '')).toSorted());
    // Each update is a process that starts Python.
  }, 3_600_000);
});
