import type { SearchPlace } from '../python/find-pythons.ts';
import type { Passed } from '../python/native-host.ts';
import { prepareRuntime } from '../python/runtime-folder.ts';
import { chooseEngines, type EngineChoice, findPythonsOnce } from './engines.ts';
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
 * Chooses by the words in the files, before they are parsed, so that Python starts while they are. A package that is
 * only talked about makes the choice a little narrower than it must be; none that is imported is missed.
 *
 * @throws MissingEngineError when a native engine is asked for and no Python has what the files name
 */
export async function chooseHosts(texts: readonly string[], choice: HostChoice): Promise<LazyHost[]> {
  const embedded = choice.engine === 'native' ? [] : [await embeddedHost(choice)];
  // The authority comes first: what it prints is what others are held against.
  return choice.engine === 'embedded' ? embedded : [...(await nativeHosts(texts, choice)), ...embedded];
}

async function embeddedHost({ runtimeFolder }: HostChoice): Promise<LazyHost> {
  return lazyEmbeddedHost(await prepareRuntime(runtimeFolder));
}

async function nativeHosts(texts: readonly string[], choice: HostChoice): Promise<LazyHost[]> {
  const names = (word: string) => texts.some((text) => text.includes(word));
  const needs = (['numpy', 'matplotlib'] as const satisfies Package[]).filter(names);
  const modules = [...(names('numpy') ? ['numpy'] : []), ...(names('pyplot') ? ['matplotlib.pyplot'] : [])];
  const pythons = await findPythonsOnce(choice.search, choice.pythonsFile);
  return chooseEngines(pythons, needs, choice.pythons).map((python) => {
    const has = (module: string) => python[module.split('.')[0] as Package] !== null;
    return lazyNativeHost(python, modules.filter(has), choice.passed ?? {});
  });
}
