import { fetchPart } from '../dom/fetch-part.ts';

/** A page in which a query was found, with the sections that have it. */
export interface Passage {
  readonly title: string;
  readonly address: string;
  readonly sections: readonly { readonly heading: string; readonly address: string; readonly excerpt: string }[];
}

/** The part of Pagefind that is used, and of its results. */
interface Pagefind {
  options(options: Readonly<Record<string, unknown>>): Promise<void>;
  search(query: string): Promise<{ readonly results: readonly PagefindResult[] }>;
}

interface PagefindResult {
  readonly id: string;
  data(): Promise<{
    readonly url: string;
    readonly meta: { readonly title?: string };
    readonly excerpt: string;
    readonly sub_results: readonly { readonly title: string; readonly url: string; readonly excerpt: string }[];
  }>;
}

const mostPages = 6;
const mostSections = 3;
let pagefind: Promise<Pagefind> | undefined;

/**
 * The passages of the guide that have the words of a query.
 *
 * @param base the address of the site's first page
 * @param queries the query, and what else it may mean
 */
export async function findPassages(base: string, queries: readonly string[]): Promise<Passage[]> {
  pagefind ??= load(base);
  try {
    const { search } = await pagefind;
    const found = await Promise.all(queries.map((query) => search(query)));
    const results = new Map(found.flatMap((one) => one.results.map((result) => [result.id, result])));
    return await Promise.all([...results.values()].slice(0, mostPages).map(passageOf));
  } catch (error) {
    pagefind = undefined;
    throw error;
  }
}

async function load(base: string): Promise<Pagefind> {
  const address = new URL('search/pagefind.js', new URL(base, location.href)).href;
  const loaded: Pagefind = await fetchPart(() => import(/* @vite-ignore */ address));
  // The guide is small enough for the page's own thread, and a worker would be fetched in addition.
  await loaded.options({ baseUrl: '/', excerptLength: 24, noWorker: true });
  return loaded;
}

async function passageOf(result: PagefindResult): Promise<Passage> {
  const { url, meta, excerpt, sub_results: parts } = await result.data();
  const sections = parts.length > 0 ? parts : [{ title: '', url, excerpt }];
  return {
    title: meta.title ?? url,
    address: url,
    sections: sections.slice(0, mostSections).map((part) => ({
      heading: part.url === url ? '' : part.title,
      address: part.url,
      excerpt: part.excerpt,
    })),
  };
}
