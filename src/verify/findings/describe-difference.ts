import type { DifferenceKind } from '../../examples/compare/classify-difference.ts';
import { numberGap, sayGap } from '../../examples/compare/number-gap.ts';

/** The kind of a difference, in words, and how far the numbers are apart. */
export function describeDifference(kind: DifferenceKind, expected: string, actual: string) {
  const gap = kind === 'value' || kind === 'last digit' ? numberGap(expected, actual) : undefined;
  if (kind === 'value' && expected.normalize() === actual.normalize())
    return {
      kind,
      message: 'It prints the same letters, which Unicode has in two forms: their accents are apart in one.',
    };
  const message = gap ? `${messages[kind].replace(/\.$/, '')}: ${sayGap(gap)}.` : messages[kind];
  return { kind, message, ...(gap && { gap }) };
}

const messages = {
  value: 'It prints something else.',
  'last digit': 'The last printed digit differs.',
  'sign of a zero': 'The sign of a zero differs.',
  version: 'Only versions differ, or the way in which versions of NumPy print a type.',
  layout: 'The values are the same; the layout differs.',
} as const;
