import { describe, expect, it } from 'vitest';
import { localAddress, siteAddress } from '../../src/site/site-address.ts';

describe('siteAddress', () => {
  it.each([
    [{}, localAddress],
    [{ SITE_URL: '' }, localAddress],
    [{ SITE_URL: 'https://example.org' }, 'https://example.org'],
    [{ SITE_URL: 'https://example.org/' }, 'https://example.org'],
    [{ NETLIFY: 'true', URL: 'https://guide.example.org' }, 'https://guide.example.org'],
    [{ CF_PAGES: '1', CF_PAGES_URL: 'https://guide.example.org' }, 'https://guide.example.org'],
    [{ VERCEL: '1', VERCEL_PROJECT_PRODUCTION_URL: 'guide.example.org' }, 'https://guide.example.org'],
    [{ NETLIFY: 'true', URL: 'https://a.example', SITE_URL: 'https://b.example' }, 'https://b.example'],
    // A variable of this name may mean anything elsewhere.
    [{ URL: 'https://elsewhere.example' }, localAddress],
  ])('%j is %s', (env, address) => {
    expect(siteAddress(env)).toBe(address);
  });

  it.each([
    ['example.org', 'is not an address. Write it as https://example.org.'],
    ['ftp://example.org', 'is not an address'],
    ['https://example.org/guide/', 'Write `https://example.org`, and the path as BASE_PATH=/guide/'],
  ])('refuses %s', (address, hint) => {
    expect(() => siteAddress({ SITE_URL: address })).toThrow(hint);
  });
});
