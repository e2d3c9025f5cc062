/** The versions before the one that took over, and the pages of theirs that were open then. */
export interface EarlierVersions {
  readonly caches: readonly string[];
  readonly pages: readonly string[];
}

/** The notes of the service worker, which last between its runs and between versions. A browser may refuse to store them. */
export class SiteNotes {
  readonly #caches: CacheStorage;
  readonly #base: string;

  constructor(caches: CacheStorage, base: string) {
    this.#caches = caches;
    this.#base = base;
  }

  /** Whether the reader has asked for the whole site. */
  async isWholeWanted(): Promise<boolean> {
    return (await this.#read('whole')) === true;
  }

  /** @throws if the browser refuses to store it */
  async wantWhole(isWanted: boolean): Promise<void> {
    await this.#write('whole', isWanted ? true : undefined);
  }

  async readEarlier(): Promise<EarlierVersions | undefined> {
    return (await this.#read('earlier')) as EarlierVersions | undefined;
  }

  async writeEarlier(earlier: EarlierVersions | undefined): Promise<void> {
    await this.#write('earlier', earlier);
  }

  get #name(): string {
    return `calculus-for-ml notes ${this.#base}`;
  }

  async #read(key: string): Promise<unknown> {
    try {
      if (!(await this.#caches.has(this.#name))) return undefined;
      return await (await (await this.#caches.open(this.#name)).match(`/${key}`))?.json();
    } catch {
      return undefined;
    }
  }

  async #write(key: string, value: unknown): Promise<void> {
    if (value === undefined && !(await this.#caches.has(this.#name))) return;
    const cache = await this.#caches.open(this.#name);
    if (value === undefined) await cache.delete(`/${key}`);
    else await cache.put(`/${key}`, Response.json(value));
    if ((await cache.keys()).length === 0) await this.#caches.delete(this.#name);
  }
}
