import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import sharp from 'sharp';
import { localAddress } from '../../src/site/site-address.ts';
import { socialSize } from '../../src/site/social-path.ts';
import { documentOf } from './built-page.ts';
import { originOf, type Site, sites } from './sites.ts';
import { test } from './warm.ts';

/** The origin with which the sites were built. */
const origin = process.env['SITE_URL'] ?? localAddress;

for (const site of sites) {
  const home = `${origin}${site.base}`;
  const read = (path: string) => readFileSync(join(site.folder, path), 'utf8');
  const exists = (address: string) => fileOf(site, new URL(address, home)) !== undefined;

  test.describe(`the site ${site.name}`, () => {
    test('describes every page by its own absolute address, once, with a picture of its own', async () => {
      const pages = pagesOf(site);
      expect(pages.length).toBeGreaterThan(10);
      for (const { path, document } of pages) {
        const one = (selector: string, attribute: string) => {
          const found = [...document.querySelectorAll(selector)];
          expect(found, `${selector} of ${path}`).toHaveLength(1);
          return found[0]?.getAttribute(attribute) ?? '';
        };
        const address = `${home}${path}`;
        const article = /^(?:guide|reference)\/(?!numpy)[^/]+\/$/.test(path);
        expect(one('link[rel=canonical]', 'href')).toBe(address);
        expect(one('meta[property="og:url"]', 'content')).toBe(address);
        expect(one('meta[property="og:type"]', 'content')).toBe(article ? 'article' : 'website');
        expect(one('meta[property="og:title"]', 'content')).not.toBe('');
        expect(one('meta[property="og:description"]', 'content')).toMatch(/\w.+\./);
        expect(one('meta[property="og:site_name"]', 'content')).toBe('Calculus for ML');
        const linked = ['link[rel=icon]', 'link[rel=apple-touch-icon]'];
        for (const selector of linked) expect(exists(one(selector, 'href')), `${selector} of ${path}`).toBe(true);
        const picture = fileOf(site, new URL(one('meta[property="og:image"]', 'content'), home));
        expect(await sharp(picture).metadata(), path).toMatchObject({ format: 'png', ...socialSize });
        expect(document.querySelector('meta[name=robots]')).toBeNull();
        expect(dataOf(document)).toMatchObject({
          '@context': 'https://schema.org',
          '@id': expect.stringContaining(address),
        });
      }
    });

    test('links each section, example, figure and exercise of a lesson to itself, with a name', () => {
      const lessons = pagesOf(site).filter(({ path }) => /^guide\/[^/]+\/$/.test(path));
      for (const kind of [
        'h2[id]:not(#proof)',
        '[id^=figure-]',
        'figure[id^=example-]:not([id^=example-exercise-])',
        'h3[id^=exercise-]',
      ]) {
        const places = lessons.flatMap(({ path, document }) =>
          [...document.querySelectorAll(`article.prose ${kind}`)].map((place) => ({ path, place })),
        );
        expect(places.length, kind).toBeGreaterThan(5);
        for (const { path, place } of places) {
          const link = place.querySelector(`a[href="#${place.id}"]`);
          expect(link?.getAttribute('aria-label') ?? link?.textContent, `${path}#${place.id}`).toMatch(/\w/);
        }
      }
    });

    test('is a course whose parts are the lessons, and each lesson says so', () => {
      const pages = pagesOf(site);
      const course = dataOf(pages.find(({ path }) => path === '')?.document);
      const lessons = pages.filter(({ path }) => path.startsWith('guide/'));
      const parts = course['hasPart'] as Record<string, unknown>[];
      expect(course['@type']).toBe('Course');
      expect(parts.map((part) => part['url']).sort()).toEqual(lessons.map(({ path }) => home + path).sort());
      expect(parts.map((part) => part['position'])).toEqual(parts.map((_, index) => index + 1));
      for (const { path, document } of lessons)
        expect(dataOf(document), path).toMatchObject({
          '@type': 'LearningResource',
          timeRequired: expect.stringMatching(/^PT(?:\d+H)?(?:\d+M)?$/),
          isPartOf: { '@id': course['@id'], url: home },
        });
    });

    test('has a feed of what is new, newest first, to which all pages but the articles lead, and whose links hold', () => {
      for (const { path, document } of pagesOf(site)) {
        const feed = document.querySelector('link[rel=alternate][type="application/rss+xml"]')?.getAttribute('href');
        const isArticle = /^(?:guide|reference)\/(?!numpy)[^/]+\/$/.test(path);
        expect(feed, path).toBe(isArticle ? undefined : `${site.base}feed.xml`);
        expect(document.querySelector('meta[name="twitter:card"]')?.getAttribute('content')).toBe(
          'summary_large_image',
        );
      }
      const textsOf = (name: string) =>
        [...read('feed.xml').matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g'))].map(([, text = '']) => text);
      const [channel, ...links] = textsOf('link');
      expect(channel).toBe(home);
      expect(links.length).toBeGreaterThan(2);
      expect(links.filter((link) => !link.startsWith(home) || !exists(link))).toEqual([]);
      const days = textsOf('pubDate').map((day) => Date.parse(day));
      expect(days).toHaveLength(links.length);
      expect(days).toEqual(days.toSorted((a, b) => b - a));
    });

    test('has a sitemap of all pages, and robots.txt leads to it', () => {
      const listed = [...read('sitemap.xml').matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) => address);
      expect(listed).toEqual(pagesOf(site).map(({ path }) => home + path));
      expect(read('robots.txt')).toContain(`Sitemap: ${home}sitemap.xml`);
    });

    test('has the lessons, the pages of the reference and the glossary as Markdown, and llms.txt leads to each', () => {
      const text = read('llms.txt');
      const pages = pagesOf(site).map(({ path }) => path);
      const twins = pages.filter((path) => /^(?:guide|glossary|reference\/(?!numpy)[^/]+)\//.test(path));
      expect(twins.length).toBeGreaterThan(10);
      for (const path of twins) {
        const twin = path.replace(/\/$/, '.md');
        expect(text).toContain(`(${home}${twin})`);
        expect(read(twin)).toMatch(/^# \S/);
        expect(read(twin)).not.toMatch(/<(?:Value|Term|Formula|DerivativeRules)\b/);
      }
    });

    for (const [page, file] of [
      ['page for wrong addresses', '404.html'],
      ['book, which is all lessons again,', 'book/index.html'],
    ] as const)
      test(`does not let its ${page} be found`, () => {
        const document = documentOf(file, site);
        expect(document.querySelector('meta[name=robots]')?.getAttribute('content')).toBe('noindex');
        const described = 'link[rel=canonical], meta[property^=og], [type="application/ld+json"]';
        expect(document.querySelector(described)).toBeNull();
        expect(read('sitemap.xml')).not.toMatch(/404|book/);
      });

    test('can be installed: its manifest stays below its base, and the icons have the sizes that it states', async ({
      page,
    }) => {
      await page.goto(`${originOf(site)}${site.base}`);
      await expect(page.locator('link[rel=manifest]')).toHaveAttribute('href', `${site.base}manifest.webmanifest`);
      const manifest = JSON.parse(read('manifest.webmanifest'));
      expect([manifest.start_url, manifest.scope, manifest.id]).toEqual([site.base, site.base, site.base]);
      expect(manifest.icons.map(({ purpose }: { purpose: string }) => purpose)).toContain('maskable');
      for (const { src, sizes } of manifest.icons) {
        const { width, height } = await sharp(fileOf(site, new URL(src, home))).metadata();
        expect(`${width}x${height}`).toBe(sizes);
      }
      for (const { url } of manifest.shortcuts) expect(exists(url), url).toBe(true);
    });
  });
}

/** The pages of a site that are to be found, by their path from its base. */
function pagesOf(site: Site): { path: string; document: Document }[] {
  return readdirSync(site.folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?:^|\/)index\.html$/.test(file) && file !== 'book/index.html')
    .map((file) => file.replace(/index\.html$/, ''))
    .map((path) => ({ path, document: documentOf(path, site) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The file at an address, if it is one of the site. */
function fileOf({ folder, base }: Site, { href, pathname }: URL): string | undefined {
  if (!href.startsWith(`${origin}${base}`)) return undefined;
  const path = join(folder, pathname.slice(base.length).replace(/(^|\/)$/, '$1index.html'));
  return readdirSync(join(path, '..')).includes(path.split('/').at(-1) ?? '') ? path : undefined;
}

function dataOf(document: Document | undefined): Record<string, unknown> {
  return JSON.parse(document?.querySelector('[type="application/ld+json"]')?.textContent ?? '{}');
}
