import type { Diagnostic } from '../../core/diagnostic.ts';
import { didYouMean } from '../../core/nearest-word.ts';
import type { Example } from '../example.ts';

/** Examples with a session that no other example of the file has: the name is misspelt, or has no effect. */
export function lonelySessions(examples: readonly Example[]): Diagnostic[] {
  const sessions = Map.groupBy(
    examples.filter(({ options }) => options.session !== undefined && options.illustrative === undefined),
    ({ options }) => options.session ?? '',
  );
  return [...sessions].flatMap(([name, members]) => {
    const [only, second] = members;
    if (!only || second) return [];
    const others = [...sessions.keys()].filter((other) => other !== name);
    const message = `Only this example has the session \`${name}\`.${didYouMean(name, others)}`;
    const hint = 'A session is shared by several examples of a file: use a name that another one has, or remove it.';
    return [{ rule: 'option/session', place: only.code.place, message, hint }];
  });
}
