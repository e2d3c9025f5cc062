import type { Diagnostic } from '../../core/diagnostic.ts';
import type { Place } from '../../core/place.ts';
import type { Example } from '../example.ts';

/** An example whose name an earlier one of the file has, and the problem in words. */
export interface RepeatedName {
  readonly example: Example;
  readonly problem: Diagnostic;
}

/** The examples, in document order, whose names are not their own. */
export function repeatedNames(examples: readonly Example[]): RepeatedName[] {
  const seen = new Map<string, Place>();
  return examples.flatMap((example) => {
    const { id, code } = example;
    const first = seen.get(id);
    if (!first) {
      seen.set(id, code.place);
      return [];
    }
    const message = `Two examples are called \`${id}\`; the first is in line ${first.line}.`;
    const hint = 'Give each example of a file a name of its own.';
    return [{ example, problem: { rule: 'option/repeated', place: code.place, message, hint } }];
  });
}
