import type { Setting, State } from '../../../src/explorables/kit/control.ts';
import type { Said } from './said-texts.ts';

/** A number as a text shows it. */
export interface ShownNumber {
  readonly value: number;
  /** The value of one unit of its last digit. */
  readonly unit: number;
  /** Whether it shows this value; words that stand for no number show none that is finite. */
  readonly is: (value: number) => boolean;
}

/** The input of a check: facts computed for it alone, and the text. */
export interface Case<S, F> {
  readonly facts: F;
  readonly state: S;
  readonly step: number;
  readonly lastStep: number;
  readonly asking: boolean;
  readonly guess: Setting | undefined;
  /** Whether the guess was found right. */
  readonly right: boolean | undefined;
  /** The numbers of the text, in order. */
  readonly numbers: readonly ShownNumber[];
  /** Its alternatives, in order. */
  readonly words: readonly string[];
}

/** A sentence, or a part of one, with what has to be so when it is said. */
export interface Claim<S, F> {
  readonly pattern: RegExp;
  readonly holds: (of: Case<S, F>) => boolean;
}

/** All that an explorable claims. */
export interface Claims<S, F> {
  /** Computed from the mathematics or by `src/numeric`, never by the explorable. */
  readonly facts: (state: S) => F;
  /** States that a link can bring and in which a float cannot tell what is true; default none. */
  readonly isBeyondFloats?: (state: S) => boolean;
  /**
   * By what is said: `#` is a number, and `⟨left|right⟩` one of several, as a regular expression. Where two fit, the
   * longer one counts.
   */
  readonly claims: Readonly<Record<string, (of: Case<S, F>) => boolean>>;
  /** States in which it says what it seldom says: settings that differ from the initial ones. */
  readonly also?: readonly Partial<S>[];
}

/** A table of claims, with any type of states and facts. */
export interface ClaimTable {
  readonly facts: (state: State) => unknown;
  readonly claims: readonly Claim<State, unknown>[];
  readonly also: readonly State[];
  readonly isBeyondFloats: (state: State) => boolean;
}

/** What any of them may say. `outside.test.ts` checks what has left its picture. */
const common = { 'Outside the picture: ⟨[^.]*⟩.': () => true } as const;

/** Makes the table of the claims of an explorable. */
export function defineClaims<S, F>({
  facts,
  claims,
  also = [],
  isBeyondFloats = () => false,
}: Claims<S, F>): ClaimTable {
  const all = Object.entries({ ...common, ...claims }).map(([text, holds]) => ({ pattern: patternOf(text), holds }));
  // A table is only asked about states of its own explorable.
  return { facts, claims: all, also, isBeyondFloats } as unknown as ClaimTable;
}

const number = '(?:10[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+|−?\\d+(?:\\.\\d+)?(?:\\u00a0×\\u00a010[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)?|too large for a float|none)';

function patternOf(text: string): RegExp {
  const parts = text.split(/(#|⟨[^⟩]*⟩)/).map((part) => {
    if (part === '#') return `(?<n>${number})`;
    return part.startsWith('⟨') ? `(?<w>${part.slice(1, -1)})` : part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  });
  let count = 0;
  return new RegExp(
    parts.join('').replace(/\?<([nw])>/g, (_, kind) => `?<${kind}${count++}>`),
    'y',
  );
}

/** The text that may separate two claims. */
const between = /[\s.;,:]*(?:and )?/y;

/** The claims that a text makes, in order, and what of it no claim covers. */
export function readClaims(table: ClaimTable, text: string) {
  const found: { claim: Claim<State, unknown>; numbers: ShownNumber[]; words: string[]; part: string }[] = [];
  let at = skip(text, 0);
  while (at < text.length) {
    const [best] = table.claims
      .flatMap((claim) => {
        claim.pattern.lastIndex = at;
        const match = claim.pattern.exec(text);
        return match ? [{ claim, match }] : [];
      })
      .sort((a, b) => b.match[0].length - a.match[0].length);
    if (best === undefined || best.match[0] === '') return { found, rest: text.slice(at) };
    const groups = Object.entries(best.match.groups ?? {});
    found.push({
      claim: best.claim,
      part: best.match[0],
      numbers: groups.filter(([key]) => key.startsWith('n')).map(([, shown]) => readShown(shown)),
      words: groups.filter(([key]) => key.startsWith('w')).map(([, word]) => word),
    });
    at = skip(text, at + best.match[0].length);
  }
  return { found, rest: '' };
}

function skip(text: string, at: number): number {
  between.lastIndex = at;
  return at + (between.exec(text)?.[0].length ?? 0);
}

const raised = '⁻⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A number as it stands in a text; words are none. */
export function readShown(text: string): ShownNumber {
  const [, mantissa, decimals = '', power = ''] =
    /^(−?\d+\.?(\d*))(?:\u00a0×\u00a010([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+))?$/.exec(
      text.replace(/^10(?=[⁻⁰¹²³⁴⁵⁶⁷⁸⁹])/, '1\u00a0×\u00a010'),
    ) ?? [];
  if (mantissa === undefined) return { value: Number.NaN, unit: 0, is: (value) => !Number.isFinite(value) };
  const exponent = Number([...power].map((sign) => '-0123456789'[raised.indexOf(sign)]).join(''));
  const value = Number(`${mantissa.replace('−', '-')}e${exponent}`);
  return shownNumber(value, Number(`1e${exponent - decimals.length}`));
}

function shownNumber(value: number, unit: number): ShownNumber {
  // The smallest floats have one digit at most, and the next one is a whole digit away.
  const grain = 4 * Number.MIN_VALUE;
  return {
    value,
    unit,
    is: (of) => Math.abs(of - value) <= (unit / 2) * (1 + 1e-6) + 1e-9 * Math.abs(of) + grain,
  };
}

/** The parts of a text that would pass if one of their numbers were another one: by some last digits, or a millionth. */
export function uncheckedNumbers(table: ClaimTable, { text, asking = false, ...said }: Said, facts: unknown): string[] {
  return readClaims(table, text).found.flatMap(({ claim, numbers, words, part }) =>
    numbers.flatMap(({ value, unit }, i) => {
      if (Number.isNaN(value)) return [];
      const other = shownNumber(value + Math.max(7 * unit, 1e-6), unit);
      const { guess, right, state, step, lastStep } = said;
      const about = { facts, state, step, lastStep, asking, guess, right, words };
      return claim.holds({ ...about, numbers: numbers.with(i, other) }) ? [`number ${i + 1} of ${part}`] : [];
    }),
  );
}

/** The fault in one text: a part that is not true, or a claim that nothing checks. */
export function faultOf(table: ClaimTable, said: Said, facts: unknown): string | undefined {
  const { text, where, state, step, lastStep, asking = false, guess, right } = said;
  const { found, rest } = readClaims(table, text);
  if (rest !== '' && (isSentence(where) || claimWords.test(text))) return `claim without a check: “${rest}”`;
  if (rest !== '') return undefined;
  const wrong = found.find(
    ({ claim, numbers, words }) => !claim.holds({ facts, state, step, lastStep, asking, guess, right, numbers, words }),
  );
  return wrong && `not so: “${wrong.part}”`;
}

/** Whether a text is told in sentences: those claim something whatever their words are, if only by their numbers. */
export const isSentence = (where: string) => /^(?:sentence|note|question|answer|verdict)$/.test(where);

/** Words by which a text claims something that may be false in another state. */
export const claimWords = new RegExp(
  `\\b(?:${[
    'never|always|every|each|any|all|none|neither|nor|no|not|both|alone|only|just|exactly|same|alike|equally|whatever',
    'diverge[sd]?|converges?|nowhere|settles?d?|reach(?:es|ed)?|arrive[sd]?|stopped|rests?|stays?|moving|ends?|leaves|left|right|wanders',
    'longe[rs]t?|shorter|larger|largest|smaller|smallest|faster|fastest|slowly|steeper|steepest|flatter|nearer|nearest|further',
    'more|most|less|least|lowest|highest|best|better|worse|worst|higher|lower|enough|almost|noisiest|first|last|late',
    'zero|flat|level|times|half|quarter|third|above|below|outside|inside|beyond|across|between|without|within|until|after|before',
    'rises?|falls?|grows?|climb|upwards?|downwards?|bends?|minimum|maximum|cannot|can|must|has to|need(?:s|ed)?|too|so|because|since',
    'to and fro|for ever|to first order|on its way|straight|proof|accounts|oscillates?|on average',
  ].join('|')})\\b`,
  'i',
);
