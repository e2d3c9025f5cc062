import { matters, type Setting, type State } from '../../../src/explorables/kit/control.ts';
import type { Explorable, Scene, View } from '../../../src/explorables/kit/explorable.ts';
import { judgeGuess } from '../../../src/explorables/kit/judge-guess.ts';
import { writeLink } from '../../../src/explorables/kit/state-link.ts';
import { movingTexts } from '../texts-in-picture.ts';

/** One thing that an explorable says in one state, where it says it, and all that is needed to check it. */
export interface Said {
  readonly text: string;
  /** `sentence`, `note`, `readout ends`, `ledger step`, `verdict`, … */
  readonly where: string;
  readonly state: State;
  readonly step: number;
  readonly lastStep: number;
  /** Whether the reader is asked for a prediction, so that the answer is kept back. */
  readonly asking?: boolean;
  /** Of a verdict: the guess that was judged, and whether it was found right. */
  readonly guess?: Setting;
  readonly right?: boolean | undefined;
}

/** The texts about a state at some steps, with its question open and answered, and of some guesses. */
export function saidTexts(
  { scene: sceneOf }: Explorable,
  state: State,
  { parts, guesses }: { readonly parts: readonly number[]; readonly guesses: (scene: Scene) => readonly Setting[] },
): Said[] {
  const scene = sceneOf(state);
  const { lastStep, prediction } = scene;
  const steps = new Set(parts.map((part) => Math.round(part * lastStep)));
  return [
    ...[...steps].flatMap((step) => ofStep(scene, state, step)),
    ...(prediction ? ofQuestion(scene, state, guesses(scene)) : []),
  ];
}

function ofStep(scene: Scene, state: State, step: number): Said[] {
  const { lastStep, ledger, prediction } = scene;
  const base = { state, step, lastStep };
  const asked = prediction
    ? [ofView(scene.view(step, { guess: prediction.guess.initial }), { ...base, asking: true })]
    : [];
  const row = Math.min(step, (ledger?.length ?? 1) - 1);
  return [
    ...[ofView(scene.view(step), base), ...asked].flat(),
    ...(ledger
      ? [
          { ...base, where: 'caption', text: ledger.caption },
          ...ledger
            .row(row)
            .map((text, i) => ({ ...base, step: row, where: `ledger ${ledger.columns[i]?.label}`, text })),
        ]
      : []),
  ];
}

function ofView({ sentence, note, readouts, figures }: View, base: Omit<Said, 'where' | 'text'>): Said[] {
  return [
    { ...base, where: 'sentence', text: sentence },
    ...(note === undefined ? [] : [{ ...base, where: 'note', text: note }]),
    ...readouts.flatMap(({ label, value }): Said[] => [
      { ...base, where: 'label', text: label },
      { ...base, where: `readout ${label}`, text: value },
    ]),
    ...figures.flatMap((figure): Said[] => [
      { ...base, where: `title ${figure.name}`, text: figure.title },
      // Most pictures are described by the sentence.
      ...(figure.description === sentence
        ? []
        : [{ ...base, where: `description ${figure.name}`, text: figure.description }]),
      ...movingTexts(figure).map((text) => ({ ...base, where: `picture ${figure.name}`, text })),
    ]),
  ];
}

function ofQuestion(scene: Scene, state: State, guesses: readonly Setting[]): Said[] {
  const { prediction, lastStep } = scene;
  if (prediction === undefined) return [];
  const base = { state, step: 0, lastStep };
  return [
    { ...base, where: 'question', text: prediction.ask },
    { ...base, where: 'answer', text: prediction.answer },
    ...guesses.map((guess): Said => {
      const { right, says } = judgeGuess(prediction, guess);
      return { ...base, where: 'verdict', text: says, guess, right };
    }),
  ];
}

/** The settings of a state that matter, as they stand in a link. */
export function linkOf({ id, controls }: Explorable, { state, step }: Said): string {
  const own = writeLink({ id, controls }, { state, step }).filter(([key]) => {
    const control = controls[key.slice(id.length + 1)];
    return control === undefined || matters(control, state);
  });
  return `#${new URLSearchParams(own)}`;
}
