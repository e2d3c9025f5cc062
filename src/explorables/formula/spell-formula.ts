/** A formula as its parser spells it, and the position of each of its characters in the typed text. */
export interface Spelling {
  readonly text: string;
  readonly typed: string;
  /** For each index into `text`, and for its end, an index into `typed`. */
  readonly from: readonly number[];
}

/** Other names of the functions and constants: from school, from other languages, and from libraries. */
const otherNames: Readonly<Record<string, string>> = {
  ln: 'log',
  fabs: 'abs',
  absolute: 'abs',
  tg: 'tan',
  sen: 'sin',
  ctg: 'cot',
  cotan: 'cot',
  cosec: 'csc',
  sh: 'sinh',
  ch: 'cosh',
  th: 'tanh',
  arcsin: 'asin',
  arccos: 'acos',
  arctan: 'atan',
  arctg: 'atan',
};

const otherSigns: Readonly<Record<string, string>> = {
  '**': '^',
  '−': '-',
  '–': '-',
  '·': '*',
  '⋅': '*',
  '×': '*',
  '∗': '*',
  '÷': '/',
  '∕': '/',
  '⁄': '/',
  π: ' pi ',
  Π: ' pi ',
};

const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ˣ';
const lowered = '0123456789+-x';

/** Words of the field's own, in any case: `Sin`, `PI`, `X`. */
const ownWords = /^(?:x|pi|(?:sin|cos|tan)h?|a(?:sin|cos|tan)|exp|log|sqrt|abs)$/i;

/** A root without parentheses goes over one number or one name; a bar stands alone, and so does all else. */
const pieces =
  /(\*\*)|([⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ˣ]+)|√\s*(\d+(?:\.\d+)?|[a-zπ]+\b(?!\s*\())|√|((?:(?:math|np|numpy|torch)\.)?[a-z]\w*)|(\d+(?:\.\d*)?(?:e[-+]?\d+)?)|(.)/gisu;

/**
 * Spells a formula as its parser does, from any of its notations: `x**2` and `x²`, `2·π`, `√x`, `|x|`, `ln(x)`,
 * `np.sin(x)`. What it does not know, it leaves to the parser.
 */
export function spellFormula(typed: string): Spelling {
  let [text, open] = ['', 0];
  const from: number[] = [];
  const write = (part: string, at: number): void => {
    text += part;
    from.push(...Array.from({ length: part.length }, () => at));
  };
  for (const match of typed.matchAll(pieces)) {
    const [piece, , exponent, radicand, word] = match;
    const at = match.index;
    if (exponent !== undefined) write(`^${lower(exponent)}`, at);
    else if (radicand !== undefined) write(`sqrt(${radicand === 'π' ? 'pi' : radicand})`, at);
    else if (word !== undefined) write(ownName(word), at);
    else if (piece === '√') write('sqrt ', at);
    else if (piece === '|') {
      const closes = open > 0 && endsATerm(text);
      open += closes ? -1 : 1;
      write(closes ? ')' : `${endsATerm(text) ? '*' : ''}abs(`, at);
    } else if (otherSigns[piece] !== undefined) write(otherSigns[piece], at);
    else for (const [i, character] of [...piece].entries()) write(plain(character), at + i);
  }
  return { text, typed, from: [...from, typed.length] };
}

function ownName(word: string): string {
  const name = word.replace(/^(?:math|np|numpy|torch)\./i, '');
  const other = otherNames[name.toLowerCase()];
  if (other !== undefined) return other;
  return ownWords.test(name) ? name.toLowerCase() : name;
}

function lower(exponent: string): string {
  const text = [...exponent].map((one) => lowered[raised.indexOf(one)]).join('');
  return /^\d+$|^x$/.test(text) ? text : `(${text})`;
}

function endsATerm(text: string): boolean {
  return /[\w.)]\s*$/.test(text);
}

/** Full-width and mathematical letters, as copied from elsewhere, in the plain ones. */
function plain(character: string): string {
  const simple = character.normalize('NFKC');
  return simple.length === 1 ? simple : character;
}
