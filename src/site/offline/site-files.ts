/** The files of one version of the built site that the service worker may cache. */
export interface SiteFiles {
  /** Changes with any of the files. */
  readonly version: string;
  /** Bytes of all of them. */
  readonly stored: number;
  /** By path from the base of the site; the path of a page is its folder. */
  readonly files: Readonly<Record<string, SiteFile>>;
}

/** The bytes that are transferred, and the start of the SHA-256 digest of the contents: packed and unpacked for a `.gz`. */
export type SiteFile = readonly [sent: number, ...digests: readonly string[]];
