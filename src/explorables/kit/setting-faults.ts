import { didYouMean, nearestWord } from '../../core/nearest-word.ts';
import type { Control, Controls, State } from './control.ts';
import type { Explorable } from './explorable.ts';
import { expected, readSetting, writeSetting } from './setting-text.ts';

/** A setting that an explorable cannot have. */
export interface SettingFault {
  readonly key: string;
  readonly message: string;
  /** The text to write in its place. */
  readonly hint: string;
}

/**
 * All faults of the settings that a page gives an explorable. A link of a reader is rejected as a whole at its first fault;
 * an author wants to know each of them.
 */
export function settingFaults(
  { id, controls, initial, scene }: Explorable,
  settings: readonly (readonly [key: string, text: string])[],
): SettingFault[] {
  const state = new Map(Object.entries(initial.state));
  const faults = settings.flatMap(([key, text]): SettingFault[] => {
    if (key === 'step') return [];
    const control = Object.hasOwn(controls, key) ? controls[key] : undefined;
    if (!control) return [unknownKey(id, key, controls)];
    const setting = readSetting(control, text);
    if (setting !== undefined) state.set(key, setting);
    return setting === undefined ? [wrongText(key, text, control)] : [];
  });
  const step = settings.findLast(([key]) => key === 'step')?.[1];
  if (step === undefined) return faults;
  if (!/^\d+$/.test(step)) {
    const message = `\`step\` is “${step}”, and should be a whole number.`;
    return [...faults, { key: 'step', message, hint: 'Write `step="0"` for the beginning.' }];
  }
  // How long the run is depends on the other settings.
  return faults.length > 0 ? faults : stepFault(Number(step), scene, Object.fromEntries(state));
}

function unknownKey(id: string, key: string, controls: Controls): SettingFault {
  const keys = [...Object.keys(controls), 'step'];
  const message = `The explorable \`${id}\` has no \`${key}\`.${didYouMean(key, keys)}`;
  return { key, message, hint: `It has ${keys.map((one) => `\`${one}\``).join(', ')}.` };
}

function wrongText(key: string, text: string, control: Control): SettingFault {
  const hint = `Write \`${key}="${rightText(text, control)}"\`, for example.`;
  if (control.kind === 'formula') {
    const reason = control.problem(text)?.message ?? '';
    return { key, message: `\`${key}\` is no formula in x: ${reason}`, hint };
  }
  const near = control.kind === 'choice' ? didYouMean(text, Object.keys(control.options)) : '';
  return { key, message: `\`${key}\` is “${text}”, and should be ${expected(control)}.${near}`, hint };
}

/** A text that the control takes: the nearest one, or where it starts. */
function rightText(text: string, control: Control): string {
  const initial = writeSetting(control, control.initial);
  if (control.kind === 'choice') return nearestWord(text, Object.keys(control.options)) ?? initial;
  if (control.kind === 'toggle') return nearestWord(text, ['true', 'false']) ?? initial;
  if (control.kind !== 'number' || text.trim() === '' || Number.isNaN(Number(text))) return initial;
  const [low, high] = control.range;
  return String(Math.min(Math.max(Number(text), low), high));
}

function stepFault(step: number, scene: Explorable['scene'], state: State): SettingFault[] {
  const { lastStep } = scene(state);
  if (step <= lastStep) return [];
  const message = `\`step\` is ${step}, and the last step of this state is ${lastStep}.`;
  return [{ key: 'step', message, hint: `Write \`step="${lastStep}"\` or less.` }];
}
