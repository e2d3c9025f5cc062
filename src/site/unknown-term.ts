import { nearestWord } from '../core/nearest-word.ts';

/** What is wrong with a slug that the glossary does not have, and which ones may have been meant. */
export function unknownTerm(slug: string, page: string, slugs: readonly string[]): string {
  const words = slug.split('-').filter((word) => word.length > 2);
  const spelt = nearestWord(slug, slugs);
  const shared = slugs.filter((other) => other !== spelt && other.split('-').some((word) => words.includes(word)));
  const near = [...(spelt === undefined ? [] : [spelt]), ...shared].map((other) => `\`${other}\``);
  const way = near.length > 0 ? `Did you mean ${near.join(' or ')}?` : 'Add it, or name another with `of`.';
  return `${page} uses the term \`${slug}\`, which content/glossary.yaml does not have. ${way}`;
}
