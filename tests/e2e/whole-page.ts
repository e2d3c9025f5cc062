import { readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { putBack } from '../../src/islands/dom/bring-rest.ts';
import { siteFile } from './sites.ts';

/** A built page of the site at the root, with what a lesson gets only at the first sign of a reader. */
export function wholePage(path: string): Document {
  const { document } = parseHTML(readFileSync(siteFile(`${path}index.html`), 'utf8'));
  const parts = restOf(document);
  if (parts) putBack(document, parts);
  return document;
}

/** What a page was built without; `undefined` if it was built whole. */
export function restOf({ body }: Document): readonly string[] | undefined {
  const address = body.dataset['rest'];
  return address === undefined ? undefined : JSON.parse(readFileSync(siteFile(address), 'utf8'));
}
