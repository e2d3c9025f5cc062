import { prepareRuntime } from '../../python/interpreter/runtime-folder.ts';
import type { SearchPlace } from '../../python/native/find-pythons.ts';
import type { Passed } from '../../python/native/native-host.ts';
import type { EngineChoice } from './engines.ts';
import { type LazyHost, lazyEmbeddedHost } from './lazy-host.ts';
import type { Package } from './plan.ts';

/** The kinds of engine that prove the examples, and the number of native ones. */
export interface HostChoice {
  readonly engine: 'embedded' | 'native' | 'both';
  readonly pythons: EngineChoice;
  /** Environment variables for the native engines in addition to the fixed ones; none by default. */
  readonly passed?: Passed;
  /** Where to look for Pythons, and the file in which the result is stored. */
  readonly search: SearchPlace;
  readonly pythonsFile: string;
  /** The folder in which Python in WebAssembly is prepared. */
  readonly runtimeFolder: string;
  /** The most sessions that each engine runs at a time; by default, as many as there are processors. */
  readonly jobs?: number;
}

/**
 * The engines of a verification. The files are not parsed yet; a search in their text only decides which packages a
 * native engine imports before it forks. That saves time and changes no result.
 *
 * @throws MissingEngineError when a native engine is asked for and there is none
 */
export async function chooseHosts(texts: readonly string[], choice: HostChoice): Promise<LazyHost[]> {
  const embedded =
    choice.engine === 'native' ? [] : [lazyEmbeddedHost(await prepareRuntime(choice.runtimeFolder), choice.jobs)];
  // The native engine is the authority and comes first: the others are compared with it.
  return choice.engine === 'embedded' ? embedded : [...(await nativeHosts(texts, choice)), ...embedded];
}

async function nativeHosts(texts: readonly string[], choice: HostChoice): Promise<LazyHost[]> {
  const names = (word: string) => texts.some((text) => text.includes(word));
  const modules = [...(names('numpy') ? ['numpy'] : []), ...(names('pyplot') ? ['matplotlib.pyplot'] : [])];
  const [{ choosePythons }, { lazyNativeHost }] = await Promise.all([
    import('./engines.ts'),
    import('./lazy-native-host.ts'),
  ]);
  const pythons = await choosePythons(choice.pythons, choice.search, choice.pythonsFile);
  return pythons.map(({ python, chosen }) => {
    const has = (module: string) => python[module.split('.')[0] as Package] !== null;
    return lazyNativeHost(python, modules.filter(has), { chosen, passed: choice.passed ?? {}, jobs: choice.jobs });
  });
}
