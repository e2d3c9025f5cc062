/** The kinds of items that have progress. */
export const itemKinds = ['section', 'prediction', 'question', 'exercise'] as const;

export type ItemKind = (typeof itemKinds)[number];

/** By its name and never by its place: `question/forecast`, `section/derivatives#smaller-nudges`. */
export type Item = `${ItemKind}/${string}`;

export function isItem(text: string): text is Item {
  const slash = text.indexOf('/');
  return slash > 0 && text.length > slash + 1 && (itemKinds as readonly string[]).includes(text.slice(0, slash));
}

/** The question of an explorable, by its id in the page: one that stands there twice asks two. No prediction has this name. */
export function explorableItem(id: string): Item {
  return `prediction/explorable:${id}`;
}

/** A section of a lesson, both by their addresses. */
export function sectionItem(lesson: string, anchor: string): Item {
  return `section/${lesson}#${anchor}`;
}

/** The lesson and the anchor of a section; `undefined` for another item. */
export function sectionOf(item: Item): { readonly lesson: string; readonly anchor: string } | undefined {
  const [, lesson, anchor] = /^section\/([^#]+)#(.+)$/.exec(item) ?? [];
  return lesson === undefined || anchor === undefined ? undefined : { lesson, anchor };
}
