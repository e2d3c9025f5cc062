import type { Diagnostic } from '../../core/diagnostic.ts';
import type { Place } from '../../core/place.ts';
import type { FenceOptions } from '../example.ts';

const instead = {
  name: 'Its statements are known by their lines: remove it.',
  raises: 'Show the traceback below the statement that raises.',
} as const;

/** Options that have no effect on an interactive session, since it has several statements. */
export function withoutEffect(options: FenceOptions, place: Place): Diagnostic[] {
  return (['name', 'raises'] as const).flatMap((key) =>
    options[key] === undefined
      ? []
      : [{ rule: 'option/clash', place, message: `\`${key}\` has no effect on a session.`, hint: instead[key] }],
  );
}
