import { globSync, readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { baseline } from '../../src/site/baseline.ts';
import { newerInPage, newerInProgram, newerInStyles } from './newer-features.ts';
import { siteFile } from './sites.ts';
import { test } from './warm.ts';

/** The folders of programs that run in the browser. */
const rooms = [
  'core',
  'exercises',
  'explorables',
  'figures',
  'formulas',
  'islands',
  'numeric',
  'python/interpreter',
  'python/page',
  'site/offline',
];
const readme = readFileSync('README.md', 'utf8');

test('what the site uses is of the Baseline that the README names, or is in its table with what happens without it', () => {
  const browsers = /\n## Browsers\n([\s\S]*?)\n## /.exec(readme)?.[1] ?? '';
  expect(browsers).toContain(`*Baseline ${baseline.year}*`);
  for (const version of baseline.browsers) expect(browsers).toContain(version.replace(/\D+/, ''));
  const listed = browsers.match(/^\| `.*?(?= \| )/gm)?.flatMap((cell) => [...cell.matchAll(/`([\w-]+)`/g)]);
  const styles = globSync(siteFile('_astro/*.css')).map((file) => newerInStyles(readFileSync(file, 'utf8')));
  const pages = globSync(siteFile('**/*.html')).map((file) => newerInPage(readFileSync(file, 'utf8')));
  const read = (pattern: string) => globSync(pattern).map((file) => readFileSync(file, 'utf8'));
  const programs = newerInProgram(read(`src/{${rooms}}/**/*.ts`).join('\n'), read('src/**/*.ts').join('\n'));
  const used = new Set([...styles, ...pages, programs].flatMap((found) => [...found]));
  expect(listed?.map(([, id]) => id).toSorted()).toEqual([...used].toSorted());
});

test('a newer feature is found wherever it is used', () => {
  const css = `.a { text-decoration: underline 1px; color: light-dark(red, blue); & .b { text-wrap: balance } }
    @starting-style { .a { opacity: 0 } } .a:popover-open { display: block }`;
  expect([...newerInStyles(css)].toSorted()).toEqual([
    'light-dark',
    'popover',
    'starting-style',
    'text-decoration',
    'text-wrap',
    'text-wrap-balance',
  ]);
  const html = '<p hidden="until-found" title=\' popover \'><button popovertarget="a"><i class="plain">';
  expect([...newerInPage(html)].toSorted()).toEqual(['hidden-until-found', 'popover']);
  const program = newerInProgram(
    'Map.groupBy(all, key); one.checkVisibility(); mine.take(3);',
    'readonly take: () => void',
  );
  expect([...program].toSorted()).toEqual(['array-group', 'check-visibility']);
});
