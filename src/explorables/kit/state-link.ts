import type { Controls, State } from './control.ts';
import { expected, readSetting, writeSetting } from './setting-text.ts';

/** A position: the settings of the controls, and the step of the run that is shown. */
export interface Position {
  readonly state: State;
  readonly step: number;
}

/** The data of an explorable that links to it need. */
export interface Linked {
  /** Its id in the page, with which its keys in a link begin. */
  readonly id: string;
  readonly controls: Controls;
  /** Where everybody starts. */
  readonly initial: Position;
}

/** The state of an explorable in a link, or the reason why it cannot be read. */
export type LinkReading =
  | { readonly kind: 'absent' }
  | { readonly kind: 'read'; readonly position: Position }
  | { readonly kind: 'broken'; readonly reason: string };

/**
 * The parameters of an address that hold a position: one for each control and one for the step, each key beginning
 * with the explorable's id in the page, so that one address can hold several.
 */
export function writeLink(
  { id, controls }: Omit<Linked, 'initial'>,
  { state, step }: Position,
): [key: string, value: string][] {
  const settings = Object.entries(controls).map(([key, control]): [string, string] => {
    return [`${id}.${key}`, writeSetting(control, state[key] ?? control.initial)];
  });
  return [...settings, [`${id}.step`, String(step)]];
}

/**
 * Reads a link of {@link writeLink}, or one that somebody typed. Settings that it does not contain keep their initial
 * value. A link with one mistake is rejected as a whole.
 */
export function readLink(
  { id, controls, initial }: Linked,
  parameters: Iterable<readonly [string, string]>,
): LinkReading {
  const own = [...parameters].flatMap(([key, text]) =>
    key.startsWith(`${id}.`) ? [[key.slice(id.length + 1), text] as const] : [],
  );
  if (own.length === 0) return { kind: 'absent' };
  const state = { ...initial.state };
  let { step } = initial;
  for (const [key, text] of own) {
    const control = controls[key];
    const setting = control && readSetting(control, text);
    if (key === 'step' && /^\d{1,6}$/.test(text)) step = Number(text);
    else if (setting !== undefined) state[key] = setting;
    else return { kind: 'broken', reason: whyNot(key, text, controls) };
  }
  return { kind: 'read', position: { state, step } };
}

function whyNot(key: string, text: string, controls: Controls): string {
  const control = controls[key];
  if (key === 'step') return `step is “${text}”, and should be a whole number`;
  if (control === undefined) return `there is no “${key}” here`;
  return `${key} is “${text}”, and should be ${expected(control)}`;
}
