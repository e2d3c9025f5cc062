import { createHash } from 'node:crypto';
import { KeptSite } from '../../../src/site/offline/kept-site.ts';
import type { SiteFiles } from '../../../src/site/offline/site-files.ts';

const digestOf = (bytes: string | ArrayBuffer) =>
  createHash('sha256')
    .update(typeof bytes === 'string' ? bytes : Buffer.from(bytes))
    .digest('hex');

/** The answers of a server or a network to a path from the base of the site. */
export type Answer = (path: string) => Response | undefined;

/** The sign-in page of a network, in place of everything. */
export const signIn: Answer = () => new Response('<title>Sign in</title>');
/** No network: nothing answers. */
export const noNetwork: Answer = () => undefined;
/** The files of a site, and 404 for any other. */
export const serving =
  (texts: Readonly<Record<string, string>>): Answer =>
  (path) =>
    new Response(texts[path] ?? 'Not found', { status: path in texts ? 200 : 404 });

/** A browser: its caches, its open pages, and the server or network that answers it. */
export class FakeBrowser {
  readonly home = 'https://example.org/calculus/';
  readonly caches = new FakeCaches();
  openPages: string[] = [];
  answer: Answer = noNetwork;
  readonly asked: string[] = [];

  /** The worker of a deployment with these files. */
  worker(version: string, texts: Readonly<Record<string, string>>): KeptSite {
    const files = Object.entries(texts).map(([path, text]) => [path, [text.length, digestOf(text).slice(0, 32)]]);
    const site: SiteFiles = { version, stored: 0, files: Object.fromEntries(files) };
    return new KeptSite(
      {
        caches: this.caches as unknown as CacheStorage,
        fetch: async (request) => this.#fetch(typeof request === 'string' ? request : request.url),
        digestOf: async (bytes) => digestOf(bytes),
        openPages: async () => this.openPages,
        home: this.home,
      },
      site,
    );
  }

  async #fetch(address: string): Promise<Response> {
    const path = address.slice(this.home.length);
    this.asked.push(path);
    const response = this.answer(path);
    if (!response) throw new TypeError('Failed to fetch');
    return response;
  }

  /** The text that a worker has for a path. */
  async text(worker: KeptSite, path: string): Promise<string | undefined> {
    return (await worker.read(this.home + path))?.text();
  }
}

/** Cache Storage in memory, which can refuse to store more. */
export class FakeCaches {
  readonly #caches = new Map<string, Map<string, Response>>();
  isFull = false;

  async keys(): Promise<string[]> {
    return [...this.#caches.keys()];
  }

  async has(name: string): Promise<boolean> {
    return this.#caches.has(name);
  }

  async delete(name: string): Promise<boolean> {
    return this.#caches.delete(name);
  }

  async open(name: string): Promise<unknown> {
    const entries = this.#caches.get(name) ?? new Map<string, Response>();
    this.#caches.set(name, entries);
    return {
      keys: async () => [...entries.keys()].map((url) => ({ url })),
      match: async (url: string) => entries.get(url)?.clone(),
      delete: async (url: string) => entries.delete(url),
      put: async (url: string, response: Response) => {
        if (this.isFull) throw new DOMException('full', 'QuotaExceededError');
        entries.set(url, response.clone());
      },
    };
  }
}
