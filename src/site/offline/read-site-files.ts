import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { SiteFile, SiteFiles } from './site-files.ts';

/** Files that no page shows or links to: for hosts, search engines, and programs that show a link. */
const isForOthers = (path: string) =>
  path === 'service-worker.js' ||
  path.startsWith('social/') ||
  /^(?:_headers|\.htaccess|vercel\.json|nginx-headers\.conf|robots\.txt|sitemap\.xml)$/.test(path);

/** Compressed formats, for which gzip does nothing. */
const isPacked = (path: string) => /\.(?:woff2|png|gz|zip|pf_\w+|pagefind)$/.test(path);

/** Reads the files of a built site that a reader may want without a network. */
export function readSiteFiles(folder: string): SiteFiles {
  const found = readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !isForOthers(path))
    .sort()
    .map((path) => ({ path, bytes: readFileSync(join(folder, path)) }));
  const files = Object.fromEntries(
    found.map(({ path, bytes }) => [path.replace(/(^|\/)index\.html$/, '$1'), siteFile(path, bytes)]),
  );
  return {
    version: startOfDigest(Buffer.from(JSON.stringify(files))).slice(0, 12),
    stored: found.reduce((sum, { bytes }) => sum + bytes.length, 0),
    files,
  };
}

function siteFile(path: string, bytes: Buffer): SiteFile {
  const sent = isPacked(path) ? bytes.length : gzipSync(bytes).length;
  // Some hosts send a packed file as a page that the browser unpacks.
  const unpacked = path.endsWith('.gz') ? [startOfDigest(gunzipSync(bytes))] : [];
  return [sent, startOfDigest(bytes), ...unpacked];
}

function startOfDigest(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 32);
}
