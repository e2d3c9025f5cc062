import { expect, test } from '@playwright/test';
import { parseHTML } from 'linkedom';
import { originOf, pagePaths, sites } from './sites.ts';

for (const site of sites) {
  test(`every link of the site ${site.name} leads somewhere`, async ({ request }) => {
    const origin = originOf(site);
    const documents = new Map<string, Document | undefined>();
    const broken: string[] = [];

    const read = async (url: string): Promise<Document | undefined> => {
      if (!documents.has(url)) {
        const response = await request.get(url);
        const html = response.headers()['content-type']?.startsWith('text/html') ? await response.text() : '<p></p>';
        documents.set(url, response.ok() ? parseHTML(html).document : undefined);
      }
      return documents.get(url);
    };

    const walked = new Set<string>();
    const walk = async (url: string): Promise<void> => {
      if (walked.has(url)) return;
      walked.add(url);
      const document = await read(url);
      for (const target of addressesIn(document, url)) {
        const { href, hash } = target;
        if (target.origin !== origin) continue;
        target.hash = '';
        const found = target.pathname.startsWith(site.base) ? await read(target.href) : undefined;
        const anchor = decodeURIComponent(hash.slice(1));
        if (!found || (anchor !== '' && !found.getElementById(anchor))) broken.push(`${url} → ${href}`);
        else if (target.pathname.endsWith('/')) await walk(target.href);
      }
    };
    await walk(`${origin}${site.base}`);

    expect(broken).toEqual([]);
    // Whatever was built can be reached, except the page for what cannot.
    const reached = [...walked].map((url) => url.slice(`${origin}${site.base}`.length - 1));
    expect(reached.sort()).toEqual(pagePaths.filter((path) => path !== '/no-such-page/'));
  });
}

function addressesIn(document: Document | undefined, url: string): URL[] {
  const elements = [...(document?.querySelectorAll('a[href], link[href], img[src], script[src]') ?? [])];
  return elements.map((element) => new URL(element.getAttribute('href') ?? element.getAttribute('src') ?? '', url));
}
