import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { rootSite, type Site } from './sites.ts';

const documents = new Map<string, Document>();
const anchors = new WeakMap<Document, ReadonlySet<string>>();

/**
 * A page of a built site as a document, without a browser. It is read once for all tests of a worker, which must not
 * change it.
 *
 * @param path below the base of the site, `/guide/derivatives/`
 */
export function documentOf(path: string, { folder }: Site = rootSite): Document {
  const file = join(folder, path.replace(/(^|\/)$/, '$1index.html'));
  const known = documents.get(file) ?? (parseHTML(readFileSync(file, 'utf8')).document as unknown as Document);
  documents.set(file, known);
  return known;
}

/** All anchors of such a page: to look for thousands of them one by one takes half a minute. */
export function anchorsIn(path: string, site?: Site): ReadonlySet<string> {
  const document = documentOf(path, site);
  const known = anchors.get(document) ?? new Set([...document.querySelectorAll('[id]')].map(({ id }) => id));
  anchors.set(document, known);
  return known;
}
