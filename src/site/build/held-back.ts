import { parseHTML } from 'linkedom';

/**
 * A lesson without what is not seen when it opens, and that, as HTML: each part by the number that its place has in
 * `data-held`.
 */
export interface SplitPage {
  readonly html: string;
  readonly heldBack: readonly string[];
}

/** Where readers without a script find what is in the folds of a lesson. */
export interface Elsewhere {
  /** The address of its chapter in the book. */
  readonly chapter: string;
  /** The address of its solutions and answers in the book. */
  readonly answers: string;
}

const exercise = /<checked-exercise ([^>]*>.*?<\/checked-exercise>)/gs;
const programs = / data-(?:check|lines)="[^"]*"/g;
const sentences = /<template data-(?:mistake|remark)="[^"]*">.*?<\/template>/gs;
/** Not the answer to a guess in an explorable: its words keep its room, so that nothing moves when it shows. */
const heldFold = /^<details class="(?:fold (?:hint|solution|answers|question)|explorable-fold)"/;
const equation = /(<calculus-explorable .*?<\/calculus-explorable>)/gs;
const source = /(<annotation [^>]*)>([^<]*)(?=<\/annotation>)/g;

/**
 * Takes out of a built lesson what nobody sees when it opens: the bodies of its folds, what checks the answers of its
 * exercises, and the TeX of the equations of its explorables. `bring-rest.ts` puts it back at the first sign of a reader. A
 * lesson of which it was taken stays as it is.
 *
 * @param nameFile stores what was taken out, and returns the address at which it is fetched
 */
export function holdBack(
  html: string,
  elsewhere: Elsewhere,
  nameFile: (heldBack: SplitPage['heldBack']) => string,
): SplitPage {
  const heldBack: string[] = [];
  if (html.includes('<body data-rest=')) return { html, heldBack };
  const hold = (part: string): string => `data-held="${heldBack.push(part) - 1}"`;
  const withoutChecks = html.replace(
    exercise,
    (_, whole: string) => `<checked-exercise ${hold(checksOf(whole))} ${withoutCheck(whole)}`,
  );
  const withoutFolds = holdFolds(withoutChecks, elsewhere, hold);
  const short = withoutFolds.replace(equation, (explorable) =>
    explorable.replace(source, (_, tag: string, tex: string) => `${tag} ${hold(tex)}>`),
  );
  if (heldBack.length === 0) return { html, heldBack };
  return { html: short.replace('<body', `<body data-rest="${nameFile(heldBack)}"`), heldBack };
}

/** The check of an exercise, the lines of its solution and the sentences about answers. */
function checksOf(whole: string): string {
  return `<i${(whole.match(programs) ?? []).join('')}></i>${(whole.match(sentences) ?? []).join('')}`;
}

/** The attribute of the check stays, empty: it says that the cell takes an answer. */
function withoutCheck(whole: string): string {
  return whole
    .replace(sentences, '')
    .replace(programs, (attribute) => (attribute.startsWith(' data-check') ? ' data-check=""' : ''));
}

/** The bodies of the outermost folds become a line that says where they are. */
function holdFolds(html: string, elsewhere: Elsewhere, hold: (part: string) => string): string {
  const around: { readonly fold: string; readonly start: number }[] = [];
  let short = '';
  let copied = 0;
  for (const { 0: tag, index } of html.matchAll(/<\/?details\b[^>]*>/g)) {
    if (tag !== '</details>') {
      around.push({ fold: tag, start: index });
      continue;
    }
    const { fold = '', start = 0 } = around.pop() ?? {};
    if (!heldFold.test(fold) || around.some((outer) => heldFold.test(outer.fold))) continue;
    const body = html.indexOf('</summary>', start) + '</summary>'.length;
    const part = html.slice(body, index);
    short += html.slice(copied, start) + fold.replace('<details', `<details ${hold(part)}`);
    short += html.slice(start + fold.length, body) + standIn(fold, part, elsewhere);
    copied = index;
  }
  return short + html.slice(copied);
}

/** The line that a fold shows until its body comes. It has the anchors of the body, so that links to them lead to the fold. */
function standIn(fold: string, part: string, { chapter, answers }: Elsewhere): string {
  const { document } = parseHTML(`<body>${part}</body>`);
  const anchors = [...document.querySelectorAll('[id]:not(svg, svg *)')].map(({ id }) => `<span id="${id}"></span>`);
  const address = fold.includes('hint') ? chapter : answers;
  return `${anchors.join('')}<p class="fold-to-come">This comes after the page. Without scripts, it is in <a href="${address}">the guide as a book</a>.</p>`;
}
