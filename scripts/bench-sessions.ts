import { join } from 'node:path';
import { startEmbeddedHost } from '../src/python/embedded/embedded-host.ts';
import { defaultLimits } from '../src/python/engine.ts';
import { prepareRuntime } from '../src/python/interpreter/runtime-folder.ts';
import { root } from './run-command.ts';

/**
 * Times sessions on the embedded engine beyond their own code, in pairs: in an interpreter that is put back to its first
 * state, and in a new one, which is started after a session that leaves much memory. Prints medians with the spread.
 */
export async function benchSessions(pairs: number): Promise<void> {
  const host = startEmbeddedHost(await prepareRuntime(join(root, '.cache', 'python')));
  const run = async (code: string) => {
    const began = performance.now();
    await host.run([{ blocks: [{ code, values: [] }] }], defaultLimits);
    return performance.now() - began;
  };
  const [reset, started]: [number[], number[]] = [[], []];
  await run('');
  for (let i = 0; i < pairs; i++) {
    // A new interpreter is slower at first, until the engine has compiled what is used.
    for (let k = 0; k < 5; k++) await run('open("left.txt", "w").close()');
    reset.push(await run(''));
    await run('left = bytearray(200 << 20)');
    started.push(await run(''));
  }
  await host.close();
  console.log(`A session without code on the embedded engine; ${pairs} pairs of runs, medians (least to most)`);
  show('after a reset', reset);
  show('in a new interpreter', started);
}

function show(name: string, milliseconds: readonly number[]): void {
  const sorted = milliseconds.toSorted((a, b) => a - b);
  const [least, median, most] = [0, Math.floor(sorted.length / 2), -1].map((i) => (sorted.at(i) ?? 0).toFixed(1));
  console.log(`${name.padEnd(24)} ${median} ms  (${least} – ${most})`);
}
