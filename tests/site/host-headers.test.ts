import { describe, expect, it } from 'vitest';
import { headerFiles, headerRules, headersOf } from '../../src/site/build/host-headers.ts';

const worker = '_astro/browser-worker-Ab1.js';
const rules = headerRules(worker);
const files = new Map(headerFiles(rules, '/base/').map(({ name, text }) => [name, text]));

describe('the headers of the site', () => {
  it.each([
    ['guide/start/', 'Cache-Control', undefined],
    ['guide/start/', 'Content-Security-Policy', "frame-ancestors 'none'"],
    ['_astro/site.Ab1.css', 'Cache-Control', 'public, max-age=31536000, immutable'],
    ['python/0123/sources.json.gz', 'Cache-Control', 'public, max-age=31536000, immutable'],
    ['service-worker.js', 'Cache-Control', 'no-cache'],
    ['service-worker.js', 'X-Content-Type-Options', 'nosniff'],
  ])('%s has %s: %s', (path, name, value) => {
    expect(headersOf(rules, path)[name]).toBe(value);
  });

  it('let the worker of Python load its own program and nothing else', () => {
    expect(headersOf(rules, worker)['Content-Security-Policy']).toMatch(
      /^default-src 'none'; script-src [^;]+; frame-/,
    );
  });

  it.each(['_headers', 'vercel.json', '.htaccess', 'nginx-headers.conf'])('are all in %s', (name) => {
    const text = (files.get(name) ?? '').replaceAll('\\.', '.').replaceAll('\\\\.', '.').replaceAll('\\', '');
    for (const { path, headers } of rules) {
      expect(text).toContain(`/base/${path}`);
      for (const [header, value] of Object.entries(headers)) {
        expect(text).toContain(header);
        expect(text).toContain(value);
      }
    }
  });

  it('are all repeated by nginx for a file with headers of its own', () => {
    const [, block = ''] = (files.get('nginx-headers.conf') ?? '').split('location = /base/service-worker.js {');
    for (const name of Object.keys(headersOf(rules, 'service-worker.js')))
      expect(block).toContain(`add_header ${name} `);
  });
});
