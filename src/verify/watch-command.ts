import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { CommandLine } from './cli-options.ts';
import type { Verification } from './judge/verification.ts';
import type { LazyHost } from './run/lazy-host.ts';
import type { VerifyRequest } from './run/verify-request.ts';
import { watchFiles } from './watch-files.ts';

/** One verification of some paths, and its report. */
export type VerifyOnce = (request: VerifyRequest) => Promise<Verification>;

/**
 * Verifies everything, and then each file again when it is saved, until the process gets the signal to end. The engines go
 * on running between two verifications, and sessions that did not change are not run again.
 *
 * @param once verifies, and prints the report
 * @returns when the watch has ended, and no process of an engine is left
 */
export async function watchCommand(command: CommandLine, request: VerifyRequest, once: VerifyOnce): Promise<void> {
  const keptHosts = new Map<string, readonly LazyHost[]>();
  // Writing the cache takes longer than a small lesson: it is written at the end.
  const kept = { ...request, keptHosts, cache: { ...request.cache, save: () => undefined } };
  const ended = untilEnded(command);
  try {
    await once(kept);
    const stop = watchFiles(request.paths, request.cwd, (files) => verifySaved(command, kept, { files, once }));
    say(command, 'Watching for changes. Ctrl-C ends.');
    prepareForSave([...keptHosts.values()].flat());
    await ended;
    await stop();
  } finally {
    request.cache.save();
    await Promise.all([...keptHosts.values()].flat().map((host) => host.close()));
  }
}

/** Loads the parsers and starts the engines, which a first verification of known files did not need: a save waits for neither. */
function prepareForSave(hosts: readonly LazyHost[]): void {
  // The verification that needs one of them reports if it does not load or start.
  for (const ready of [import('./read/read-lesson.ts'), ...hosts.map((host) => host.warmUp())])
    ready.catch(() => undefined);
}

interface Saved {
  readonly files: readonly string[];
  readonly once: VerifyOnce;
}

async function verifySaved(command: CommandLine, request: VerifyRequest, { files, once }: Saved): Promise<void> {
  const began = performance.now();
  const pages = pagesOf(files, request);
  if (pages.length === 0) return;
  // A terminal shows the last verification only; a log keeps all of them.
  if (command.hasTerminal) command.print('\u001b[2J\u001b[3J\u001b[H');
  say(command, `${command.now().toISOString().slice(11, 19)}  saved: ${files.join(', ')}`);
  try {
    await once({ ...request, paths: pages });
  } catch (error) {
    // A file may be gone, or unreadable for a moment.
    say(command, error instanceof Error ? error.message : String(error));
  }
  say(command, `${((performance.now() - began) / 1000).toFixed(2)} s`);
}

/** The pages to verify: saved ones, the page of pinned figures, or all of them when a configuration or data was saved. */
function pagesOf(files: readonly string[], { paths, cwd }: VerifyRequest): readonly string[] {
  const pages = files.map((file) => file.replace(/\.figures\.yaml$/, '.mdx'));
  if (!pages.every((file) => /\.(?:mdx?|markdown|qmd|ipynb)$/.test(file))) return paths;
  return pages.filter((file) => existsSync(resolve(cwd, file)));
}

function say({ complain }: CommandLine, text: string): void {
  complain(`${text}\n`);
}

/** Resolves when the process is asked to end. */
function untilEnded({ ended }: CommandLine): Promise<void> {
  if (ended) return ended;
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
