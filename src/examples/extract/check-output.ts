import type { Diagnostic } from '../../core/diagnostic.ts';
import type { SourceText } from '../../core/source-text.ts';
import { unknownPlaceholders } from '../compare/placeholders.ts';
import type { Fence } from '../example.ts';
import type { Dialect } from './pair-outputs.ts';
import { placeInFence } from './place-in-fence.ts';
import type { ReadFence } from './read-fence.ts';

/** The faults of the expected output of an example: an unknown placeholder, code that is never run. */
export function checkOutput(output: ReadFence, isIllustrative: boolean): Diagnostic[] {
  const problems = unknownIn(output.fence);
  if (isIllustrative) {
    const message = 'An illustrative fence is never run, so it has no output.';
    const hint = 'Remove the output, or remove `illustrative` and let it run.';
    problems.push({ rule: 'option/clash', place: output.fence.place, message, hint });
  }
  return problems;
}

/** Options by which an output is judged; other tools have options with the names of the others. */
const ofPython = /(?:^|\s)(?:tolerance|raises|illustrative)=/;

/** Options on an output fence, which has none: in a lesson whatever stands there, in a guide those of a Python fence. */
export function optionsOfOutput(
  { meta }: ReadFence,
  { source, dialect }: { readonly source: SourceText; readonly dialect: Dialect },
): Diagnostic[] {
  const isMistaken = dialect === 'lesson' ? meta.text !== '' : ofPython.test(meta.text);
  if (!isMistaken) return [];
  const message = `An output fence takes no options; found \`${meta.text}\`.`;
  const hint = 'Put the options on the Python fence.';
  return [{ rule: 'option/unknown', place: source.placeAt(meta.offset), message, hint }];
}

/** The placeholders of an output that do not exist. */
export function unknownIn(fence: Fence): Diagnostic[] {
  return unknownPlaceholders(fence.text).map(({ name, offset, hint }) => {
    const line = fence.text.slice(0, offset).split('\n').length;
    const place = placeInFence(fence, line, offset - fence.text.lastIndexOf('\n', offset - 1));
    return { rule: 'placeholder/unknown', place, message: `\`⟪${name}⟫\` is not a placeholder.`, hint };
  });
}
