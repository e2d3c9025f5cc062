/** The variables in which static hosts state the address of what they build, without or with `https://`. */
const hostVariables = ['URL', 'CF_PAGES_URL', 'VERCEL_PROJECT_PRODUCTION_URL'];

/** The address at which `npm start` serves the site. */
export const localAddress = 'http://localhost:4321';

/**
 * The origin of the site, for absolute addresses: `SITE_URL`, else what Netlify, Cloudflare Pages or Vercel state while
 * they build, else the address of `npm start`.
 *
 * @throws Error if the address is not an origin, such as `https://example.org`
 */
export function siteAddress(env: Readonly<Record<string, string | undefined>>): string {
  const onHost = ['NETLIFY', 'CF_PAGES', 'VERCEL'].some((name) => env[name] !== undefined);
  const stated = onHost ? hostVariables.map((name) => env[name]).find(Boolean) : undefined;
  const address = env['SITE_URL'] || stated?.replace(/^(?!https?:\/\/)/, 'https://');
  return address ? originOf(address) : localAddress;
}

function originOf(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !/^https?:$/.test(url.protocol))
    throw new Error(`SITE_URL is \`${address}\`, which is not an address. Write it as https://example.org.`);
  if (url.pathname !== '/' || url.search || url.hash)
    throw new Error(`SITE_URL is \`${address}\`. Write \`${url.origin}\`, and the path as BASE_PATH=${url.pathname}`);
  return url.origin;
}
