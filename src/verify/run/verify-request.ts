import type { Limits } from '../../python/engine.ts';
import type { Selection } from '../files/selection.ts';
import type { SettingCheck } from '../read/setting-check.ts';
import type { Cache } from './cache.ts';
import type { HostChoice } from './choose-hosts.ts';
import type { LazyHost } from './lazy-host.ts';

/** The parameters of a verification. */
export interface VerifyRequest {
  /** Files, folders, or `lesson.mdx#example`. */
  readonly paths: readonly string[];
  readonly cwd: string;
  /** The project's root: MDX below it is ours and read strictly. */
  readonly root: string;
  readonly engines: HostChoice;
  readonly limits: Limits;
  readonly cache: Cache;
  readonly now: () => Date;
  /** Called with a sentence before a step that takes long. */
  readonly tell?: (progress: string) => void;
  /** The part of the files that is verified; without it, all. */
  readonly selection?: Selection;
  readonly progress?: ProgressListener;
  /** Of the site; absent for other guides. */
  readonly settingCheck?: SettingCheck | undefined;
  /** The engines of earlier verifications, which go on running; without it, each verification starts and ends its own. */
  readonly keptHosts?: Map<string, readonly LazyHost[]>;
  /** The options that the command states, which take precedence over configuration files. */
  readonly givenOptions?: readonly ('engine' | 'timeout')[];
}

/** It is told how many files are judged. */
export interface ProgressListener {
  report(done: number, all: number): void;
  end(): void;
}
