import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { expect, it, vi } from 'vitest';
import { noCache } from '../../src/verify/run/cache.ts';
import { watchCommand } from '../../src/verify/watch-command.ts';
import { root } from './command.ts';
import { scratchFolder } from './scratch-folder.ts';

const page = (x: number, shown: number, other = 7) =>
  `\`\`\`python name=a\nprint(${x})\n\`\`\`\n\n\`\`\`output\n${shown}\n\`\`\`\n\n\`\`\`python name=b\nprint(${other})\n\`\`\`\n\n\`\`\`output\n7\n\`\`\`\n`;

/** What is said at the end of a verification. */
const took = /^\d+\.\d\d s$/m;

function childrenOf(pid: number): number[] {
  const table = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' });
  const pairs = table.split('\n').map((line) => line.trim().split(/\s+/).map(Number));
  const direct = pairs.flatMap(([child = 0, parent]) => (parent === pid ? [child] : []));
  return [...direct, ...direct.flatMap(childrenOf)];
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

it('--watch verifies a saved file again, runs only what has changed, and leaves no process after Ctrl-C', async () => {
  const cwd = scratchFolder();
  writeFileSync(join(cwd, 'a.mdx'), page(1, 1));
  writeFileSync(join(cwd, 'b.md'), '```python\nprint(2)\n```\n\n```output\n2\n```\n');
  const child = spawn('node', [join(root, 'scripts/verify.mjs'), '--no-cache', '--watch', cwd], { cwd: root });
  let said = '';
  let tell = () => {};
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      tell();
    });
  }
  /**
   * Resolves with what was said since the last call, once it matches all patterns: which of the two streams comes first is
   * open, and on a busy machine the seconds of its progress are said as well.
   */
  const until = (...patterns: readonly RegExp[]) =>
    new Promise<string>((resolve) => {
      tell = () => {
        if (!patterns.every((pattern) => pattern.test(said))) return;
        const text = said;
        said = '';
        resolve(text);
      };
      tell();
    });
  try {
    await until(/Watching for changes/, /All proven\./);
    writeFileSync(join(cwd, 'a.mdx'), page(3, 1));
    const wrong = await until(/ {2}saved: .*a\.mdx/m, /a\.mdx:6:1 {2}value {2}\(a\)/, took);
    expect(wrong).not.toContain('b.md');
    // A log has no control codes, and keeps all that was said.
    expect(stripVTControlCharacters(wrong)).toBe(wrong);
    writeFileSync(join(cwd, 'a.mdx'), page(3, 3));
    await until(/All proven\./, took);
    const children = childrenOf(child.pid ?? 0);
    expect(children.length).toBeGreaterThan(0);
    child.kill('SIGINT');
    const [code] = await once(child, 'exit');
    expect(code).toBe(0);
    expect(children.filter(isRunning)).toEqual([]);
  } finally {
    child.kill('SIGKILL');
  }
});

it('an engine ends with the process that started it, even if that is killed', async () => {
  const cwd = scratchFolder();
  writeFileSync(join(cwd, 'a.mdx'), page(1, 1));
  const child = spawn('node', [join(root, 'scripts/verify.mjs'), '--no-cache', '--watch', cwd], { cwd: root });
  await new Promise<void>((resolve) => {
    child.stderr.setEncoding('utf8').on('data', (text: string) => text.includes('Watching') && resolve());
  });
  const children = childrenOf(child.pid ?? 0);
  expect(children.length).toBeGreaterThan(0);
  child.kill('SIGKILL');
  await vi.waitFor(() => expect(children.filter(isRunning)).toEqual([]), { timeout: 60_000 });
});

it('starts the engines before the first save, also where the first verification needed none', async () => {
  const host = { warmUp: vi.fn(async () => undefined), close: vi.fn(async () => undefined) };
  const { promise: ended, resolve: end } = Promise.withResolvers<void>();
  const watching = watchCommand(
    { ended, complain: () => undefined } as never,
    { paths: [], cwd: scratchFolder(), cache: noCache } as never,
    async ({ keptHosts }) => {
      (keptHosts as Map<string, unknown>).set('embedded', [host]);
      return {} as never;
    },
  );
  await vi.waitFor(() => expect(host.warmUp).toHaveBeenCalled(), { timeout: 60_000 });
  end();
  await watching;
  expect(host.close).toHaveBeenCalledOnce();
});
