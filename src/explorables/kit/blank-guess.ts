import type { Control, Setting } from './control.ts';

/** What the control of a question shows before there is a guess: nothing chosen, where one can choose nothing. */
export function blankGuess(control: Control): Setting {
  return control.kind === 'choice' ? '' : control.initial;
}
