import { nearestWord } from '../../core/nearest-word.ts';

/**
 * The page that a wrong address was probably meant to be, or `undefined` if none is similar. Compared is the last part of
 * the address without the number, ending and capitals that other guides have: `/lessons/02-Derivatives.html` is
 * `/guide/derivatives/`.
 *
 * @param address that was asked for, as a path
 * @param pages the paths of all pages
 */
export function similarPage(address: string, pages: readonly string[]): string | undefined {
  const byName = new Map(pages.map((page) => [lastPart(page), page]));
  const wanted = lastPart(decoded(address));
  if (wanted === '') return undefined;
  const name = byName.has(wanted) ? wanted : nearestWord(wanted, byName.keys());
  return byName.get(name ?? [...byName.keys()].find((key) => key !== '' && wanted.includes(key)) ?? '?');
}

/** An address with a broken escape, `%E0%A4%A`, is compared as it is written. */
function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

function lastPart(path: string): string {
  const part = path.toLowerCase().split('/').filter(Boolean).at(-1) ?? '';
  return part
    .replace(/\.(?:html?|mdx?|php)$/, '')
    .replace(/^\d+[-_]/, '')
    .replaceAll(/[\s_]+/g, '-');
}
