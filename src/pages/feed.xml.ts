import { getCollection } from 'astro:content';
import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { href } from '../site/href.ts';
import { siteName, siteSummary } from '../site/site-facts.ts';

/** The feed of the site: changes that readers may want to know of (`content/news.yaml`). */
export const GET: APIRoute = async ({ site }) => {
  const news = await getCollection('news');
  const at = (path: string) => new URL(href(path), site).href;
  return rss({
    title: siteName,
    description: siteSummary,
    site: at('/'),
    items: news
      .toSorted((a, b) => b.data.date.getTime() - a.data.date.getTime())
      .map(({ data: { date, title, summary, path } }) => ({
        title,
        description: summary,
        pubDate: date,
        link: at(path),
      })),
  });
};
