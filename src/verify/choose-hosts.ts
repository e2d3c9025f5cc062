import { prepareRuntime } from '../python/interpreter/runtime-folder.ts';
import type { SearchPlace } from '../python/native/find-pythons.ts';
import type { Passed } from '../python/native/native-host.ts';
import { choosePythons, type EngineChoice } from './engines.ts';
import { type LazyHost, lazyEmbeddedHost, lazyNativeHost } from './lazy-host.ts';
import type { Package } from './plan.ts';

/** Which kinds of engine shall prove the examples, and how many native ones. */
export interface HostChoice {
  readonly engine: 'embedded' | 'native' | 'both';
  readonly pythons: EngineChoice;
  /** Variables for the native ones besides the fixed ones; none unless asked for. */
  readonly passed?: Passed;
  /** Where to look for Pythons, and the file in which to remember what was found. */
  readonly search: SearchPlace;
  readonly pythonsFile: string;
  /** Where Python in WebAssembly is put together. */
  readonly runtimeFolder: string;
}

/**
 * The engines of a verification. The words in the files, which are not parsed yet, only say what a native engine had
 * better import before it forks: that saves time and changes no result.
 *
 * @throws MissingEngineError when a native engine is asked for and there is none
 */
export async function chooseHosts(texts: readonly string[], choice: HostChoice): Promise<LazyHost[]> {
  const embedded = choice.engine === 'native' ? [] : [lazyEmbeddedHost(await prepareRuntime(choice.runtimeFolder))];
  // The authority comes first: what it prints is what others are held against.
  return choice.engine === 'embedded' ? embedded : [...(await nativeHosts(texts, choice)), ...embedded];
}

async function nativeHosts(texts: readonly string[], choice: HostChoice): Promise<LazyHost[]> {
  const names = (word: string) => texts.some((text) => text.includes(word));
  const modules = [...(names('numpy') ? ['numpy'] : []), ...(names('pyplot') ? ['matplotlib.pyplot'] : [])];
  const pythons = await choosePythons(choice.pythons, choice.search, choice.pythonsFile);
  return pythons.map(({ python, chosen }) => {
    const has = (module: string) => python[module.split('.')[0] as Package] !== null;
    return lazyNativeHost(python, modules.filter(has), { chosen, passed: choice.passed ?? {} });
  });
}
