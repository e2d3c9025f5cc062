import type { Limits, SessionFile } from '../../python/engine.ts';
import type { Configuration } from '../configuration/configuration.ts';
import { dataFiles } from '../configuration/data-files.ts';
import { chooseHosts, type HostChoice } from './choose-hosts.ts';
import { readPythonChoice } from './choose-python.ts';
import type { LazyHost } from './lazy-host.ts';
import { MissingEngineError } from './missing-engine.ts';
import type { VerifyRequest } from './verify-request.ts';

/** The settings with which the sessions of a lesson are run: those of the command, else of its configuration. */
export interface RunSettings {
  readonly hosts: readonly LazyHost[];
  readonly limits: Limits;
  readonly files: readonly SessionFile[];
}

/** The settings of all guides of a run. Guides that ask for the same engines share them. */
export class GuideSettings {
  readonly #request: VerifyRequest;
  readonly #hosts: Map<string, readonly LazyHost[]>;
  readonly #files = new Map<string, readonly SessionFile[]>();

  constructor(request: VerifyRequest) {
    this.#request = request;
    this.#hosts = request.keptHosts ?? new Map();
  }

  /** All engines, in the order in which they were first asked for. */
  get hosts(): LazyHost[] {
    return [...this.#hosts.values()].flat();
  }

  /**
   * Chooses the engines of some configurations.
   *
   * @param texts the texts of all files
   * @throws MissingEngineError when a native engine is asked for and there is none
   */
  async choose(configurations: Iterable<Configuration>, texts: readonly string[]): Promise<void> {
    for (const configuration of configurations) {
      const choice = this.#choiceOf(configuration);
      const key = keyOf(choice);
      if (!this.#hosts.has(key)) this.#hosts.set(key, await chooseHosts(texts, choice));
    }
  }

  /** The settings of a configuration whose engines were chosen. */
  of(configuration: Configuration): RunSettings {
    const { limits, givenOptions = [] } = this.#request;
    const { timeout, folder } = configuration;
    const seconds = givenOptions.includes('timeout') ? limits.seconds : (timeout ?? limits.seconds);
    const files = this.#files.get(folder) ?? dataFiles(configuration);
    this.#files.set(folder, files);
    return {
      hosts: this.#hosts.get(keyOf(this.#choiceOf(configuration))) ?? [],
      limits: { ...limits, seconds },
      files,
    };
  }

  #choiceOf({ engine, python, folder }: Configuration): HostChoice {
    const { engines, givenOptions = [] } = this.#request;
    if (givenOptions.includes('engine') || (engine === undefined && python === undefined)) return engines;
    const chosen = { ...engines, engine: engine ?? ('native' as const) };
    if (python === undefined) return chosen;
    const pythons = readPythonChoice(python, { cwd: folder, env: engines.search.env });
    if (pythons !== undefined) return { ...chosen, pythons };
    throw new MissingEngineError(
      `The configuration of ${folder} names the Python \`${python}\`, which does not exist.`,
    );
  }
}

function keyOf({ engine, pythons }: HostChoice): string {
  return JSON.stringify([engine, pythons]);
}
