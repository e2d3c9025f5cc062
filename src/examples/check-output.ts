import type { Diagnostic } from '../core/diagnostic.ts';
import type { SourceText } from '../core/source-text.ts';
import type { Fence } from './example.ts';
import type { Dialect } from './pair-outputs.ts';
import { placeInFence } from './place-in-fence.ts';
import { unknownPlaceholders } from './placeholders.ts';
import type { ReadFence } from './read-fence.ts';

/** The faults of the expected output of an example: an unclosed fence, an unknown placeholder, options. */
export function checkOutput(
  output: ReadFence,
  isIllustrative: boolean,
  { source, dialect }: { readonly source: SourceText; readonly dialect: Dialect },
): Diagnostic[] {
  const problems = output.diagnostic ? [output.diagnostic] : [];
  problems.push(...unknownIn(output.fence));
  if (isIllustrative) {
    const message = 'An illustrative fence is never run, so it has no output.';
    const hint = 'Remove the output, or remove `illustrative` and let it run.';
    problems.push({ rule: 'option/clash', place: output.fence.place, message, hint });
  } else if (dialect === 'lesson' && output.meta.text !== '') {
    const message = `An output fence takes no options; found \`${output.meta.text}\`.`;
    const place = source.placeAt(output.meta.offset);
    const hint = 'Put the options on the Python fence.';
    problems.push({ rule: 'option/unknown', place, message, hint });
  }
  return problems;
}

/** The placeholders of an output that do not exist. */
export function unknownIn(fence: Fence): Diagnostic[] {
  return unknownPlaceholders(fence.text).map(({ name, offset, hint }) => {
    const line = fence.text.slice(0, offset).split('\n').length;
    const place = placeInFence(fence, line, offset - fence.text.lastIndexOf('\n', offset - 1));
    return { rule: 'placeholder/unknown', place, message: `\`⟪${name}⟫\` is not a placeholder.`, hint };
  });
}
