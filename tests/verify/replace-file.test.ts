import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { HardLinkError, replaceFile } from '../../src/verify/files/replace-file.ts';
import { cases, isWhole } from '../depth.ts';
import { moments } from './moments.ts';
import { scratchFolder } from './scratch-folder.ts';

/** Large enough that most of the time goes into writing. */
const size = 2_000_000;
const child = fileURLToPath(new URL('./rewrite-forever.ts', import.meta.url));

describe('a process that is killed while it replaces files', () => {
  it('leaves each of them whole, links included, and the next run removes its temporary files', async () => {
    const folder = scratchFolder();
    const path = (name: string) => join(folder, name);
    for (const name of ['deep', 'links']) mkdirSync(path(name));
    for (const name of ['plain.md', 'deep/real.md', 'one.md']) writeFileSync(path(name), 'a'.repeat(size));
    symlinkSync('../deep/real.md', path('links/real.md'));
    const files = ['plain.md', 'links/real.md', 'one.md'];
    const kept = new Set<string>();
    const moment = moments(20261124);
    let interrupted = 0;
    for (let kill = 0; kill < cases(3, 1000); kill++) {
      rmSync(path('deep/two.md'), { force: true });
      linkSync(path('one.md'), path('deep/two.md'));
      const writer = spawn(process.execPath, [child, folder, String(size), ...files.map(path)], { stdio: 'pipe' });
      const ended = once(writer, 'close');
      await once(writer.stdout, 'data');
      await wait(moment.next().value * 12);
      writer.kill('SIGKILL');
      await ended;
      for (const name of [...files, 'deep/two.md']) kept.add(readFileSync(path(name), 'latin1'));
      interrupted += Number(temporaryIn(folder).length > 0);
      for (const name of files) replaceFile(path(name), 'a'.repeat(size), folder);
      expect(temporaryIn(folder)).toEqual([]);
    }
    expect([...kept].filter((text) => text !== 'a'.repeat(size) && text !== 'b'.repeat(size))).toEqual([]);
    expect(readlinkSync(path('links/real.md'))).toBe('../deep/real.md');
    // Of a few kills on a busy machine, each may come between two files.
    if (isWhole) expect([kept.size, interrupted > 0]).toEqual([2, true]);
    // A thousand processes are started, one after the other.
  }, 3_600_000);
});

const temporaryIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tmp'));

describe('temporary files', () => {
  it('of a process whose number another one has now, or that are old, are removed; those of one that runs stay', () => {
    const folder = scratchFolder();
    const stat = readFileSync(`/proc/${process.ppid}/stat`, 'utf8');
    const start = stat.split(') ').at(-1)?.split(' ')[19];
    const running = `a.md.${process.ppid}-${start}.tmp`;
    for (const name of [
      running,
      `a.md.${process.ppid}-1.tmp`,
      `a.md.${process.pid}-1.2.tmp`,
      'a.md.1.tmp',
      'a.md.x.tmp',
    ])
      writeFileSync(join(folder, name), 'half');
    utimesSync(join(folder, 'a.md.1.tmp'), 0, 0);
    replaceFile(join(folder, 'a.md'), 'whole');
    expect(readdirSync(folder).sort()).toEqual(['a.md', running, 'a.md.x.tmp'].sort());
  });
});

describe('a file with several hard links', () => {
  it('is replaced under all of them, in any folder of the guide', () => {
    const folder = scratchFolder();
    mkdirSync(join(folder, 'deep'));
    const names = ['a.md', 'deep/b.md', 'c.md'].map((name) => join(folder, name));
    const [first = '', ...others] = names;
    writeFileSync(first, 'old');
    for (const other of others) linkSync(first, other);
    replaceFile(first, 'new', folder);
    expect(names.map((name) => readFileSync(name, 'utf8'))).toEqual(['new', 'new', 'new']);
    expect(new Set(names.map((name) => statSync(name).ino)).size).toBe(1);
  });

  it('is not written if one of them is elsewhere', () => {
    const [folder, elsewhere] = [scratchFolder(), scratchFolder()];
    writeFileSync(join(folder, 'a.md'), 'old');
    linkSync(join(folder, 'a.md'), join(elsewhere, 'b.md'));
    expect(() => replaceFile(join(folder, 'a.md'), 'new', folder)).toThrow(HardLinkError);
    expect(readFileSync(join(elsewhere, 'b.md'), 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['a.md']);
  });
});
