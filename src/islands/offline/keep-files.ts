import type { KeptFiles, ToKeeper, WholeSite, WholeSiteFile } from '../../core/keeper-messages.ts';

/** Sends a message to the service worker, and resolves with its reply: `askKeeper`, or a stand-in in tests. */
export type Ask = <Reply>(message: ToKeeper) => Promise<Reply>;

/** The result of keeping the whole site. */
export type WholeKeeping =
  | { readonly kind: 'kept' }
  | { readonly kind: 'stopped' }
  /** The browser has no room for more, or allows no storage. */
  | { readonly kind: 'full' }
  /** There was no answer for these, or a wrong one. */
  | { readonly kind: 'failed'; readonly unreachable: readonly string[]; readonly wrong: readonly string[] };

/** Files of one request to the service worker, which a browser may end if one takes minutes. */
const filesAtOnce = 8;

/**
 * Has the service worker cache what is missing of the site, a few files after another.
 *
 * @param progress called with the number of bytes that have been sent so far
 */
export async function keepFiles(
  ask: Ask,
  { missing }: Pick<WholeSite, 'missing'>,
  { progress, signal }: { readonly progress: (bytes: number) => void; readonly signal: AbortSignal },
): Promise<WholeKeeping> {
  const failed: KeptFiles['failed'][number][] = [];
  let sent = 0;
  for (const files of inGroups(missing, filesAtOnce)) {
    if (signal.aborted) return { kind: 'stopped' };
    const result = await ask<KeptFiles>({ keepFiles: files.map(({ path }) => path) });
    failed.push(...result.failed);
    if (failed.some(({ why }) => why === 'refused')) return { kind: 'full' };
    const isMissing = new Set(result.failed.map(({ path }) => path));
    sent += bytesOf(files.filter(({ path }) => !isMissing.has(path)));
    progress(sent);
  }
  const pathsOf = (kind: string) => failed.filter(({ why }) => why === kind).map(({ path }) => path);
  if (failed.length > 0) return { kind: 'failed', unreachable: pathsOf('unreachable'), wrong: pathsOf('wrong') };
  return (await ask<boolean>({ keepWhole: true })) ? { kind: 'kept' } : { kind: 'full' };
}

/** The bytes that are transferred for some files. */
export function bytesOf(files: readonly WholeSiteFile[]): number {
  return files.reduce((sum, { sent }) => sum + sent, 0);
}

function inGroups<T>(values: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(values.length / size) }, (_, i) => values.slice(i * size, (i + 1) * size));
}
