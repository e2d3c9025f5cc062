import { nearestWord } from '../core/nearest-word.ts';

/**
 * The error for a slug that the glossary does not have, with similar slugs.
 *
 * @param place where the slug is used, as `file:line:column`
 * @param slugs all slugs of the glossary
 */
export function unknownTerm(slug: string, place: string, slugs: readonly string[]): string {
  const words = slug.split('-').filter((word) => word.length > 2);
  const similar = nearestWord(slug, slugs);
  const shared = slugs.filter((other) => other !== similar && other.split('-').some((word) => words.includes(word)));
  const near = [...(similar === undefined ? [] : [similar]), ...shared].map((other) => `\`${other}\``);
  const hint =
    near.length > 0 ? `Did you mean ${near.join(' or ')}?` : 'Add it to the glossary, or name another term with `of`.';
  return `${place}: content/glossary.yaml has no term \`${slug}\`. ${hint}`;
}
