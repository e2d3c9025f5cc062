import { answerInTime } from '../../core/answer-in-time.ts';
import type { Keeping, KeptFiles, WholeSite } from '../../core/keeper-messages.ts';
import { offlinePage } from './offline-page.ts';
import type { SiteFiles } from './site-files.ts';
import { SiteNotes } from './site-notes.ts';

/** The parts of a service worker's world that are used here. */
export interface WorkerWorld {
  readonly caches: CacheStorage;
  readonly fetch: (request: Request | string) => Promise<Response>;
  /** The SHA-256 digest of some bytes, in hexadecimal digits. */
  readonly digestOf: (bytes: ArrayBuffer) => Promise<string>;
  /** The identifiers of all open pages of the site. */
  readonly openPages: () => Promise<readonly string[]>;
  /** The address of the site, with its base path and a final slash. */
  readonly home: string;
}

/**
 * The files of one version of the site that are cached in a browser, in a cache of that version. Only bytes with a digest
 * from the build are cached, whatever a server or a network answers. Pages of an earlier version may be open: its cache
 * stays as long as one of them does. Files of Python are in a cache that the page reads as well.
 */
export class KeptSite {
  readonly #world: WorkerWorld;
  readonly #site: SiteFiles;
  readonly #base: string;
  readonly #notes: SiteNotes;

  constructor(world: WorkerWorld, site: SiteFiles) {
    this.#world = world;
    this.#site = site;
    this.#base = new URL(world.home).pathname;
    this.#notes = new SiteNotes(world.caches, this.#base);
  }

  /**
   * Prepares this version before it may take over: everything that is cached of an earlier version, and all files if the
   * reader has asked for the whole site.
   *
   * @throws Error if something cannot be fetched; the earlier version then goes on, and the browser tries again later
   */
  async prepare(): Promise<void> {
    const wanted = (await this.#notes.isWholeWanted()) ? Object.keys(this.#site.files) : await this.#keptBefore();
    for (const path of wanted) {
      const keeping = (await this.#copyEarlier(path)) ? 'kept' : await this.keepPath(path);
      // Without room, this version is used like one of which nothing is cached.
      if (keeping === 'refused') return;
      if (keeping !== 'kept') throw new Error(`${path} of the new version could not be fetched.`);
    }
  }

  /** Notes which pages of earlier versions are open while this one takes over. */
  async takeOver(): Promise<void> {
    const earlier = [...(await this.#earlierCaches()), ...(await this.#earlierPython())];
    if (earlier.length > 0) await this.#notes.writeEarlier({ caches: earlier, pages: await this.#world.openPages() });
  }

  /** Deletes the caches of the versions before this one, if no page of theirs is open any more. */
  async tidy(): Promise<void> {
    const earlier = await this.#notes.readEarlier();
    if (!earlier) return;
    const open = await this.#world.openPages();
    if (earlier.pages.some((page) => open.includes(page))) return;
    await Promise.all(earlier.caches.map((name) => this.#world.caches.delete(name)));
    await this.#notes.writeEarlier(undefined);
  }

  /**
   * The cached response for an address, of this version or else of the latest other one. One of this version that is no
   * longer as it was stored, since storage fails and other sites may share the origin, is forgotten. Storage that does not
   * answer counts as empty after a while: a page waits for this.
   */
  async read(address: string): Promise<Response | undefined> {
    return answerInTime(async () => {
      const names = [this.#cacheName, ...(await this.#earlierCaches()).toReversed()];
      for (const name of names) {
        const cache = await this.#world.caches.open(name);
        const kept = await cache.match(keyOf(address));
        if (kept && (name !== this.#cacheName || (await this.#isRight(address, kept)))) return kept;
        if (kept) await cache.delete(keyOf(address));
      }
      return undefined;
    });
  }

  /** Caches a response if it is the file of this version. */
  async keep(address: string, response: Response): Promise<Keeping> {
    const path = this.#ownPathOf(address);
    if (path === undefined || !response.ok || response.redirected) return 'wrong';
    try {
      if (!(await this.#isRight(address, response))) return 'wrong';
    } catch {
      return 'unreachable';
    }
    try {
      await (await this.#world.caches.open(this.#cacheNameOf(path))).put(keyOf(address), response);
      return 'kept';
    } catch {
      return 'refused';
    }
  }

  /** Whether a response has the bytes of the file of this version. Throws if they do not arrive. */
  async #isRight(address: string, response: Response): Promise<boolean> {
    const digest = await this.#world.digestOf(await response.clone().arrayBuffer());
    const [, ...digests] = this.#site.files[this.#ownPathOf(address) ?? ''] ?? [];
    return digests.some((start) => digest.startsWith(start));
  }

  /** Fetches a file of the site and caches it, unless it is cached. */
  async keepPath(path: string): Promise<Keeping> {
    if (await this.#has(path)) return 'kept';
    const address = this.#addressOf(path);
    try {
      // The browser's own cache may hold the file of an earlier version.
      const mode = this.#hasDigestInName(path) ? 'default' : 'no-cache';
      return await this.keep(address, await this.#world.fetch(new Request(address, { cache: mode })));
    } catch {
      return 'unreachable';
    }
  }

  /** Caches files one after another, so that they do not compete with those that the reader waits for. */
  async keepPaths(paths: readonly string[]): Promise<KeptFiles> {
    const failed: { path: string; why: Exclude<Keeping, 'kept'> }[] = [];
    for (const path of paths) {
      const why = await this.keepPath(path);
      if (why !== 'kept') failed.push({ path, why });
    }
    return { failed };
  }

  /** Caches the files of these addresses that are in the site. */
  async keepAddresses(addresses: readonly string[]): Promise<void> {
    await this.keepPaths(addresses.flatMap((address) => this.#ownPathOf(address) ?? []));
  }

  /** Caches the files of the site whose paths pass a test. */
  async keepWhere(isWanted: (path: string) => boolean): Promise<void> {
    await this.keepPaths(Object.keys(this.#site.files).filter(isWanted));
  }

  async whole(): Promise<WholeSite> {
    const files = Object.entries(this.#site.files).map(([path, [sent]]) => ({ path, sent }));
    const kept = await Promise.all(files.map(({ path }) => this.#has(path)));
    const isWanted = await this.#notes.isWholeWanted();
    return { isWanted, stored: this.#site.stored, files, missing: files.filter((_, i) => !kept[i]) };
  }

  /** Notes that every file of later versions is wanted too, or deletes all that is cached of the site. */
  async wantWhole(isWanted: boolean): Promise<void> {
    await this.#notes.wantWhole(isWanted);
    if (isWanted) return;
    const earlier = [...(await this.#earlierCaches()), ...(await this.#earlierPython())];
    const names = [this.#cacheName, ...this.#pythonCaches, ...earlier];
    await Promise.all(names.map((name) => this.#world.caches.delete(name)));
  }

  /** The page shown in place of one that is not cached. */
  async offlinePage(): Promise<Response> {
    const pages = Object.keys(this.#site.files).filter((path) => path === '' || path.endsWith('/'));
    const kept = await Promise.all(
      pages.map(async (path) => ({ path: this.#base + path, page: await this.read(this.#addressOf(path)) })),
    );
    return offlinePage(
      await Promise.all(kept.map(async ({ path, page }) => ({ path, html: (await page?.text()) ?? '' }))),
    );
  }

  get #cacheName(): string {
    return `${this.#cachePrefix} ${this.#site.version}`;
  }

  /** Other sites may share the origin. Caches of the first versions have this name alone. */
  get #cachePrefix(): string {
    return `calculus-for-ml pages ${this.#base}`;
  }

  #cacheNameOf(path: string): string {
    if (!isPython(path)) return this.#cacheName;
    return `calculus-for-ml python ${this.#base}${path.slice(0, path.lastIndexOf('/') + 1)}`;
  }

  /** The caches of the Python of this version. */
  get #pythonCaches(): Set<string> {
    const python = Object.keys(this.#site.files).filter(isPython);
    return new Set(python.map((path) => this.#cacheNameOf(path)));
  }

  /** The caches of the Python of other versions, of which each has the name of its folder. */
  async #earlierPython(): Promise<string[]> {
    const prefix = `calculus-for-ml python ${this.#base}python/`;
    const isOurs = (name: string) => name.startsWith(prefix) && /^[^/]+\/$/.test(name.slice(prefix.length));
    return (await this.#world.caches.keys()).filter((name) => isOurs(name) && !this.#pythonCaches.has(name));
  }

  #hasDigestInName(path: string): boolean {
    return path.startsWith('_astro/') || isPython(path);
  }

  /** The caches of other versions, in the order in which they were made. */
  async #earlierCaches(): Promise<string[]> {
    const names = await this.#world.caches.keys();
    const isOurs = (name: string) => name === this.#cachePrefix || name.startsWith(`${this.#cachePrefix} `);
    return names.filter((name) => isOurs(name) && name !== this.#cacheName);
  }

  async #has(path: string): Promise<boolean> {
    try {
      const cache = await this.#world.caches.open(this.#cacheNameOf(path));
      return (await cache.match(this.#addressOf(path))) !== undefined;
    } catch {
      return false;
    }
  }

  /** The files of this version that correspond to those cached of earlier ones: `_astro/a.1234.js` to `_astro/a.5678.js`. */
  async #keptBefore(): Promise<string[]> {
    try {
      const caches = await Promise.all((await this.#earlierCaches()).map((name) => this.#world.caches.open(name)));
      const keys = (await Promise.all(caches.map((cache) => cache.keys()))).flat();
      const names = new Set(keys.map(({ url }) => withoutDigest(this.#pathOf(url) ?? '')));
      return keys.length === 0 ? [] : Object.keys(this.#site.files).filter((path) => names.has(withoutDigest(path)));
    } catch {
      return [];
    }
  }

  /** Copies a file that is the same in an earlier version. Returns whether there was one. */
  async #copyEarlier(path: string): Promise<boolean> {
    const address = this.#addressOf(path);
    for (const name of isPython(path) ? [] : (await this.#earlierCaches()).toReversed()) {
      const kept = await (await this.#world.caches.open(name)).match(address);
      if (kept && (await this.keep(address, kept)) === 'kept') return true;
    }
    return false;
  }

  #addressOf(path: string): string {
    return this.#world.home + path;
  }

  /** The path of an address from the base of the site, if it is below. */
  #pathOf(address: string): string | undefined {
    const key = keyOf(address);
    return key.startsWith(this.#world.home) ? key.slice(this.#world.home.length) : undefined;
  }

  #ownPathOf(address: string): string | undefined {
    const path = this.#pathOf(address);
    return path !== undefined && path in this.#site.files ? path : undefined;
  }
}

const isPython = (path: string) => path.startsWith('python/');

/** The cache key of an address: without its query, which only the script of the page reads. */
function keyOf(address: string): string {
  const { origin, pathname } = new URL(address);
  return origin + pathname;
}

function withoutDigest(path: string): string {
  return path.replace(/^(_astro\/.+?)[.-][\w-]{8}(\.\w+)$/, '$1$2');
}
