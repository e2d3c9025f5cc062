import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { putBack } from '../../src/islands/dom/bring-rest.ts';
import { rootSite, type Site } from './sites.ts';

const documents = new Map<string, Document>();
const anchors = new WeakMap<Document, ReadonlySet<string>>();

/**
 * A page of a built site as a document, without a browser, and with what a lesson gets only at the first sign of a reader. It
 * is read once for all tests of a worker, which must not change it.
 *
 * @param path below the base of the site, `/guide/derivatives/`
 */
export function documentOf(path: string, site: Site = rootSite): Document {
  const file = join(site.folder, path.replace(/(^|\/)$/, '$1index.html'));
  const known = documents.get(file) ?? readWhole(file, site);
  documents.set(file, known);
  return known;
}

function readWhole(file: string, site: Site): Document {
  const { document } = parseHTML(readFileSync(file, 'utf8'));
  const parts = restOf(document, site);
  if (parts) putBack(document, parts);
  return document;
}

/** What a page was built without; `undefined` if it was built whole. */
export function restOf({ body }: Document, { folder, base }: Site = rootSite): readonly string[] | undefined {
  const address = body.dataset['rest'];
  return address === undefined ? undefined : JSON.parse(readFileSync(join(folder, address.slice(base.length)), 'utf8'));
}

/** All anchors of such a page: to look for thousands of them one by one takes half a minute. */
export function anchorsIn(path: string, site?: Site): ReadonlySet<string> {
  const document = documentOf(path, site);
  const known = anchors.get(document) ?? new Set([...document.querySelectorAll('[id]')].map(({ id }) => id));
  anchors.set(document, known);
  return known;
}
