/** The role of a Python fence in an exercise. */
export const exerciseRoles = [
  'starter',
  'check',
  'solution',
  'alternative',
  'wrong',
  'parsons',
  'distractors',
] as const;

export type ExerciseRole = (typeof exerciseRoles)[number];

/** The role of a fence with its value (`wrong="one-sided"`), and the options that follow. */
export interface ReadRole {
  readonly role: ExerciseRole;
  /** The text after the equals sign; empty where there is none. */
  readonly value: string;
  /** Whether there are blanks around the equals sign. */
  readonly isSpread: boolean;
  /** The rest of the info string, and its offset in it. */
  readonly rest: { readonly text: string; readonly offset: number };
}

const pattern = new RegExp(`^(${exerciseRoles.join('|')})(?:(\\s*=\\s*)(?:"([^"]*)"|(\\S*)))?(?:\\s+|$)`);

/** Reads the role at the start of a Python fence's info string after the language, if it has one: `starter`, `wrong="…"`. */
export function readRole(meta: string): ReadRole | undefined {
  const match = pattern.exec(meta);
  if (!match) return undefined;
  const [whole, role, sign = '=', quoted, bare] = match;
  const rest = { text: meta.slice(whole.length), offset: whole.length };
  return { role: role as ExerciseRole, value: quoted ?? bare ?? '', isSpread: sign !== '=', rest };
}
