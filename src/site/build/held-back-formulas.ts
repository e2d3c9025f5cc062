/** A page without the TeX of its formulas, and each formula with it, as MathML. */
export interface SourcelessPage {
  readonly html: string;
  readonly formulas: readonly string[];
}

/** The equations of explorables are set anew, and have their TeX by then (`held-back.ts`). */
const parts =
  /<calculus-explorable .*?<\/calculus-explorable>|<math xmlns="[^"]*"((?: display="block")?)><semantics>(.*?)<annotation [^>]*>.*?<\/annotation><\/semantics><\/math>/gs;

/** Elements with the name of a namespace that the parser of a page knows, up to that name. */
const namespaces = /(<(?:math|svg)\b[^>]*?) xmlns="http:\/\/www\.w3\.org\/(?:1998\/Math\/MathML|2000\/svg)"/g;

/**
 * Takes the TeX of formulas out of a built page, and the names of namespaces. The TeX is only for copying a formula, and
 * `bring-sources.ts` fetches it at the first selection.
 *
 * @param nameFile stores the formulas, and returns the address at which they are fetched
 */
export function holdBackFormulas(
  html: string,
  nameFile: (formulas: SourcelessPage['formulas']) => string,
): SourcelessPage {
  const formulas = new Set<string>();
  const short = html.replace(parts, (whole, display?: string, drawn?: string) => {
    if (drawn === undefined) return whole;
    formulas.add(whole);
    return `<math${display}>${drawn}</math>`;
  });
  if (formulas.size === 0) return { html, formulas: [] };
  const address = nameFile([...formulas]);
  return {
    html: short.replaceAll(namespaces, '$1').replace('<body', `<body data-formulas="${address}"`),
    formulas: [...formulas],
  };
}
