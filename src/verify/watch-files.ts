import { type FSWatcher, statSync, watch } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

/** Milliseconds in which the events of one save arrive: editors write a file in several steps. */
const together = 40;

/** The files whose change makes a page to be verified again: pages, and data beside them. */
const relevant = /\.(?:mdx?|markdown|qmd|ipynb|ya?ml|json|csv)$/;

/**
 * Calls `changed` with the files that were saved below some paths, as paths from `cwd`. It is called again only when it has
 * ended; what is saved meanwhile is passed to the next call.
 *
 * @returns a function that ends the watch, when a running call has ended
 */
export function watchFiles(
  paths: readonly string[],
  cwd: string,
  changed: (files: readonly string[]) => Promise<void>,
): () => Promise<void> {
  const saved = new Set<string>();
  let running: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const flush = () => {
    running = running.then(async () => {
      const files = [...saved].sort();
      saved.clear();
      if (files.length > 0) await changed(files);
    });
  };
  const note = (path: string) => {
    if (!relevant.test(path) || path.includes(`${sep}.`) || /\.tmp$/.test(path)) return;
    saved.add(relative(cwd, path).split(sep).join('/'));
    clearTimeout(timer);
    timer = setTimeout(flush, together);
  };
  const watchers = paths.map((path) => watchPath(resolve(cwd, path), note));
  return async () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
    await running;
  };
}

/** A file is watched through its folder: an editor may replace it by another file of its name. */
function watchPath(path: string, note: (path: string) => void): FSWatcher {
  const isFolder = statSync(path).isDirectory();
  const folder = isFolder ? path : dirname(path);
  return watch(folder, { recursive: isFolder }, (_, name) => {
    const found = name === null ? path : join(folder, name);
    if (isFolder || found === path) note(found);
  });
}
