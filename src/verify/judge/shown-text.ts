import type { Example } from '../../examples/example.ts';
import type { Outcome } from '../findings/finding.ts';

/** The output that the page shows for an example: that of its fence, or of comments that were found to differ. */
export function shownText({ output }: Example, { finding }: Outcome): string | undefined {
  if (output) return output.text;
  const lines = finding?.rows?.filter(({ side }) => side !== 'actual').map(({ text }) => text);
  return lines && lines.length > 0 ? `${lines.join('\n')}\n` : undefined;
}

/** The output that came out, as far as it is known. */
export function printedText({ text, finding }: Outcome): string | undefined {
  const lines = finding?.rows?.filter(({ side }) => side !== 'expected').map(({ text: line }) => line);
  return lines ? `${lines.join('\n')}\n` : text;
}
