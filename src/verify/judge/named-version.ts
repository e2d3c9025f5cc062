/** A version of Python that a page names. */
interface NamedVersion {
  readonly sign: '=' | '<' | '<=' | '>' | '>=';
  /** As many parts as are named. */
  readonly parts: readonly number[];
  readonly text: string;
}

const python =
  /(?:\bpython|питон|پایتون|파이썬)\s*(?:versions?\s*)?[(]?\s*([<>]=?|≤|≥)?\s*v?(\d+)(?:\.(\d+))?(?:\.(\d+))?(?:\.x)?(\+| (?:(?:and|or) (?:all |any )?(?:above|newer|later|up|upwards?|higher|following)|onwards?|upwards?|introduced|added|brought)\b)?/i;
/** Of a version and all later ones: "since Python 3.7", "new in Python 3.8". */
const sinceThen =
  /(?:\b(?:since|as of|as from|starting (?:with|from|in|at)|beginning with|(?:new|added|introduced|available) in|seit|ab|depuis|desde|vanaf|dal)|(?<!\p{L})начиная с)(?: version)? $/iu;
const sign = /\(\s*([<>]=?|≤|≥)\s*(\d)(?:\.(\d+))?(?:\.(\d+))?(?:\.x)?()\s*\)/i;

/**
 * The version of Python for which a line shows something, if it names one that is not the running one: "Output (Python 2.x):",
 * "Output (< 3.5):", `requires="3.13"`, "Python 3.13 and above".
 *
 * @param running its label: "CPython 3.12.1, NumPy 2.1.0"
 */
export function otherVersion(line: string, running: string): string | undefined {
  const version = /Python (\d+)\.(\d+)(?:\.(\d+))?/.exec(running);
  const named = readVersion(line);
  if (!version || !named) return undefined;
  return fits(named, version.slice(1).map(Number)) ? undefined : named.text;
}

/** Whether a line names a version of Python, and the running one is it. */
export function namesThisVersion(line: string, running: string): boolean {
  return readVersion(line) !== undefined && otherVersion(line, running) === undefined;
}

function readVersion(line: string): NamedVersion | undefined {
  const required = /\brequires=["'](\d+)\.(\d+)["']/.exec(line);
  if (required)
    return { sign: '>=', parts: required.slice(1).map(Number), text: `Python ${required[1]}.${required[2]}` };
  const found = python.exec(line) ?? sign.exec(line);
  if (!found) return undefined;
  const [, mark = '', ...rest] = found;
  const parts = rest.slice(0, 3).flatMap((part) => (part === undefined ? [] : [Number(part)]));
  const [before, behind] = [line.slice(0, found.index), line.slice(found.index + found[0].length)];
  const above = rest[3] || sinceThen.test(before) || isFromThenOn(before, behind) ? '>=' : '=';
  const signs: Readonly<Record<string, NamedVersion['sign']>> = { '≤': '<=', '≥': '>=', '': above };
  const own = signs[mark] ?? (mark as NamedVersion['sign']);
  return { sign: own, parts, text: `Python ${own === '=' ? '' : `${own} `}${parts.join('.')}` };
}

/** “From Python 3.7 on” and “From Python 3.7, …”; an output may be from a version as well, and then it is of that one only. */
function isFromThenOn(before: string, behind: string): boolean {
  if (!/\bfrom(?: version)? $/i.test(before)) return false;
  return /^ on\b/i.test(behind) || (/^\W*from/i.test(before) && behind.startsWith(','));
}

function fits({ sign: own, parts }: NamedVersion, running: readonly number[]): boolean {
  const gap = parts.map((part, i) => (running[i] ?? 0) - part).find((one) => one !== 0) ?? 0;
  if (own === '=') return gap === 0;
  if (own === '<') return gap < 0;
  if (own === '>') return gap > 0;
  return own === '<=' ? gap <= 0 : gap >= 0;
}
