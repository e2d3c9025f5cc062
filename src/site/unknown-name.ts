import { didYouMean } from '../core/nearest-word.ts';

/** A name that an author wrote in a lesson, and the valid names. */
export interface LookUp {
  /** The kind of thing: `figure`. */
  readonly kind: string;
  readonly name: string;
  readonly names: readonly string[];
  /** The file that lists them. */
  readonly list: string;
  /** Where the name is written: `file:line:column`. */
  readonly writtenAt: string;
}

/** The error for a name that is not in its list: where it is, what is wrong, and which names there are. */
export function unknownName({ kind, name, names, list, writtenAt }: LookUp): string {
  const known = names.map((one) => `\`${one}\``).join(', ');
  return `${writtenAt}: ${list} has no ${kind} \`${name}\`.${didYouMean(name, names)} It has ${known}.`;
}
