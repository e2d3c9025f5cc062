import { spawnSync } from 'node:child_process';
import { findProgram } from './find-program.ts';

/** The oldest Java that runs the HTML checker. */
const least = 11;

/** The path of a Java that runs and is new enough: macOS has a `java` that only says where to get one. */
export function findJava(env: NodeJS.ProcessEnv): string | undefined {
  const path = findProgram(env, 'java');
  if (path === undefined) return undefined;
  const { status, stderr } = spawnSync(path, ['-version'], { encoding: 'utf8' });
  const version = Number(/version "(\d+)/.exec(stderr ?? '')?.[1]);
  return status === 0 && version >= least ? path : undefined;
}
