import type { Control, Setting } from './control.ts';

/** The value of a question’s control before there is a guess: no choice, where the control allows none. */
export function blankGuess(control: Control): Setting {
  return control.kind === 'choice' ? '' : control.initial;
}
