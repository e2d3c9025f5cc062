import { readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { putBack } from '../../src/islands/dom/bring-rest.ts';
import { siteFile } from './sites.ts';

const pages = new Map<string, Document>();

/**
 * A built page of the site at the root, with what a lesson gets only at the first sign of a reader. It is read once for all
 * tests of a worker, which must not change it.
 */
export function wholePage(path: string): Document {
  const file = siteFile(`${path}index.html`);
  const known = pages.get(file) ?? readWhole(file);
  pages.set(file, known);
  return known;
}

function readWhole(file: string): Document {
  const { document } = parseHTML(readFileSync(file, 'utf8'));
  const parts = restOf(document);
  if (parts) putBack(document, parts);
  return document;
}

/** What a page was built without; `undefined` if it was built whole. */
export function restOf({ body }: Document): readonly string[] | undefined {
  const address = body.dataset['rest'];
  return address === undefined ? undefined : JSON.parse(readFileSync(siteFile(address), 'utf8'));
}
