import { statSync } from 'node:fs';
import type { FoundPython } from '../../python/native/find-pythons.ts';
import { environment } from '../../python/native/native-environment.ts';
import { nativeIdentity, type Passed, startNativeHost } from '../../python/native/native-host.ts';
import { LazyHost, processor } from './lazy-host.ts';

/**
 * @param modules the modules that the server imports before it forks
 * @param options the reason why it was chosen, environment variables in addition to the fixed ones, and the most sessions
 *   at a time
 */
export function lazyNativeHost(
  python: FoundPython,
  modules: readonly string[],
  { chosen, passed, jobs }: { readonly chosen: string; readonly passed: Passed; readonly jobs?: number | undefined },
): LazyHost {
  return new LazyHost({
    identity: nativeIdentity(python, passed),
    surroundings: JSON.stringify([processor(), environment(process.env), passed, python.path.map(modifiedAt)]),
    chosen,
    canRun: (needs) => needs.every((name) => python[name] !== null),
    start: async () => startNativeHost(python, modules, { passed, ...(jobs !== undefined && { jobs }) }),
  });
}

/** A folder of packages changes when a package is added, removed or replaced. */
function modifiedAt(path: string): readonly [path: string, milliseconds: number] {
  return [path, statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0];
}
