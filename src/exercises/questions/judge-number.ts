/** A number that an author knows: the right one, or one that a known mistake leads to. */
export interface KnownNumber {
  readonly number: number;
  /** How far off an answer may be; `undefined` for a wrong number, which is met within half a percent. */
  readonly within: number | undefined;
}

/** A number as an author or a reader writes it, with any minus sign; `undefined` for anything else. */
export function readNumber(text: string): number | undefined {
  const plain = text
    .trim()
    .replace(/[−–]/g, '-')
    .replace(/^([+-])\s+/, '$1')
    .replace(/^([^.,]*),([^.,]*)$/, '$1.$2');
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(plain) ? Number(plain) : undefined;
}

/** The number of a reader's answer, which may be a fraction such as `5/2`; `undefined` for anything else. */
export function readAnswer(text: string): number | undefined {
  const [over, under, ...more] = text.split('/').map(readNumber);
  if (!text.includes('/')) return over;
  return over === undefined || !under || more.length > 0 ? undefined : over / under;
}

/** The number that is meant by `answer`: the right one if it is near enough, otherwise the nearest of the wrong ones. */
export function meantNumber<Known extends KnownNumber>(answer: number, known: readonly Known[]): Known | undefined {
  const off = ({ number }: Known) => Math.abs(answer - number);
  const right = known.find((one) => one.within !== undefined && off(one) <= one.within * (1 + 1e-9));
  const near = known.filter((one) => one.within === undefined && off(one) <= 0.005 * Math.abs(one.number));
  return right ?? near.sort((a, b) => off(a) - off(b))[0];
}
