/** A message of a page to the service worker, which caches the site's files. Those with a reply need a port for it. */
export type ToKeeper =
  /** Cache these addresses. */
  | { readonly keep: readonly string[] }
  /** Cache the files whose paths begin so. */
  | { readonly keepBelow: string }
  /** Cache the programs and fonts that a page may fetch later, so that it goes on working after a new deployment. */
  | { readonly keepAssets: true }
  /** Take the place of the earlier version of the worker. */
  | { readonly takeOver: true }
  /** Reply with `WholeSite`. */
  | { readonly askWhole: true }
  /** Cache these files of the site, and reply with `KeptFiles`. */
  | { readonly keepFiles: readonly string[] }
  /** Fetch from now on every file of a new version (`true`), or delete all that is cached. Replies when it is done. */
  | { readonly keepWhole: boolean };

/** The whole site, and which of its files are not cached. */
export interface WholeSite {
  /** Whether the reader has asked for every file, of later versions as well. */
  readonly isWanted: boolean;
  /** Bytes that the files take on the device. */
  readonly stored: number;
  readonly files: readonly WholeSiteFile[];
  readonly missing: readonly WholeSiteFile[];
}

export interface WholeSiteFile {
  /** From the base of the site. */
  readonly path: string;
  /** Bytes that are transferred, with gzip where it helps. */
  readonly sent: number;
}

/** The result of caching some files. */
export interface KeptFiles {
  readonly failed: readonly { readonly path: string; readonly why: Exclude<Keeping, 'kept'> }[];
}

/** The result of caching a file. */
export type Keeping =
  | 'kept'
  /** There was no answer. */
  | 'unreachable'
  /** The answer was another file: the site has changed, or the network asks to sign in. */
  | 'wrong'
  /** The browser has refused to store it: there is no room, or storage is not allowed. */
  | 'refused';
