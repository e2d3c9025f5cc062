/** A page without what its exercises need only when an answer is checked, and that, by the names of the exercises, as HTML. */
export interface SplitPage {
  readonly html: string;
  readonly heldBack: Readonly<Record<string, string>>;
}

const exercise = /<checked-exercise [^>]*data-name="([^"]*)"[^>]*>.*?<\/checked-exercise>/gs;
const programs = / data-(?:check|lines)="[^"]*"/g;
const sentences = /<template data-(?:mistake|remark)="[^"]*">.*?<\/template>/gs;

/**
 * Takes out of a built page the checks of its exercises, the lines of their solutions and the sentences about answers. The
 * page is shown without them, with or without scripts; `bring-held-back.ts` brings them when an exercise comes near.
 *
 * @param nameFile stores what was taken out, and returns the address at which it is fetched
 */
export function holdBack(html: string, nameFile: (heldBack: SplitPage['heldBack']) => string): SplitPage {
  const heldBack: Record<string, string> = {};
  for (const [whole, name = ''] of html.matchAll(exercise)) {
    const attributes = whole.match(programs) ?? [];
    heldBack[name] = `<i${attributes.join('')}></i>${(whole.match(sentences) ?? []).join('')}`;
  }
  if (Object.keys(heldBack).length === 0) return { html, heldBack };
  const address = nameFile(heldBack);
  return { html: html.replace(exercise, (whole) => without(whole, address)), heldBack };
}

/** The attribute of the check stays, empty: it says that the cell takes an answer. */
function without(whole: string, address: string): string {
  return whole
    .replace(sentences, '')
    .replace(programs, (attribute) => (attribute.startsWith(' data-check') ? ' data-check=""' : ''))
    .replace('<checked-exercise ', `<checked-exercise data-held-back="${address}" `);
}
