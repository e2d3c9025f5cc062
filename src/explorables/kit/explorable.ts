import type { Point } from '../../core/point.ts';
import type { Figure } from '../../figures/parts/figure.ts';
import { type Controls, initialState, type Setting, type State, type StateOf } from './control.ts';
import { describeOnce } from './describe-once.ts';
import { outsideNote, type Standing } from './outside-note.ts';

/** How many steps a second a reader can choose. */
export const speeds = [1, 2, 5, 20, 60] as const;

/** A number beside the picture. */
export interface Readout {
  readonly label: string;
  /** How the formula writes it, with variables between asterisks: `*f*′(*x*)`. */
  readonly symbol?: string;
  /** As the page shows it, minus sign and all; words if there is no number, for example `no slope here`. */
  readonly value: string;
  readonly unit?: string;
  /** The term of the equation and the mark of the picture that mean the same. */
  readonly term?: string;
}

/** Something in a picture that can be put elsewhere, by click, drag or arrow keys. */
export interface Handle {
  /** The control that it sets. */
  readonly control: string;
  /** Which of a control's points it is. */
  readonly index?: number;
  /** The name of the figure in which it stands; default the first. */
  readonly figure?: string;
  /** Where it is drawn. */
  readonly at: Point;
  /** For a control that is a number: the number that a place means. The ground rounds it and keeps it in its range. */
  readonly read?: (place: Point) => number;
}

/** The visible parts of a model at one step. */
export interface View {
  /** One picture or more. Their names are unique here. */
  readonly figures: readonly Figure[];
  readonly handles?: readonly Handle[];
  /** TeX, in which {@link term} marks the quantities that the picture shows. */
  readonly equation: string;
  readonly readouts: readonly Readout[];
  /** The announcement for screen readers after a change: one sentence, with values and units. */
  readonly sentence: string;
  /** Something out of the ordinary that must be said, for example that the run diverged. */
  readonly note?: string;
  /** The objects that can leave the picture, for the note only; the page does not read them. */
  readonly standing?: readonly Standing[];
  /** The term of the lines of code that compute the current step. */
  readonly now?: string;
}

/** The run as a table: a row for each step, made when it is shown. */
export interface Ledger {
  readonly caption: string;
  readonly columns: readonly { readonly label: string; readonly term?: string }[];
  readonly length: number;
  readonly row: (index: number) => readonly string[];
}

/** A line of Python, and the term that it computes. */
export type CodeLine = string | readonly [text: string, term: string];

/** How a guess looks in a picture: a place, or a line. */
export interface GuessMark {
  /** The name of the figure in which it stands; default the first. */
  readonly figure?: string;
  /** One place, or the places of a line in their order, in the units of the axes. */
  readonly at: readonly Point[];
  /** The guess in words, where its place alone does not tell it: stands after `you` and `it is`. */
  readonly says?: string;
  /** The name of the right one, where a guess has several marks; default that of the prediction. */
  readonly name?: string;
}

/** A question before the reveal. */
export interface Prediction {
  readonly ask: string;
  /** How it is answered: a number (on a slider, or as a place or a direction in the picture), a choice, an order. */
  readonly guess: Controls[string];
  /** Where in the picture a guess stands, if it can be made there; `control` is ignored. */
  readonly handle?: (guess: Setting) => Omit<Handle, 'control'>;
  /** How a guess looks in the picture after the answer; default, the place of its handle. */
  readonly marks?: (guess: Setting) => readonly GuessMark[];
  /** The guess that is right, to which the reader's own moves in the picture. */
  readonly truth: { readonly setting: Setting /** Default `it is`. */; readonly name?: string };
  /** The judgment of a guess. `judgeGuess` handles a missing guess. */
  readonly judge: (guess: Setting) => { readonly right: boolean; readonly says: string };
  /** The answer with the reason, true without any guess: it stands in the page as well. */
  readonly answer: string;
  /** The state of the explorable after the answer, and the step of its run, or the last one if that is earlier. */
  readonly reveal: { readonly step?: number; readonly state?: State };
}

/** An open prediction, with the current guess. */
export interface OpenQuestion {
  readonly guess?: Setting;
}

/** Everything that follows from one state. What it computes, it computes once. */
export interface Scene {
  /** The last step of the run; 0 if nothing runs. */
  readonly lastStep: number;
  /** While a prediction is open, the view hides the answer. */
  readonly view: (step: number, question?: OpenQuestion) => View;
  readonly ledger?: Ledger;
  readonly code: (step: number) => readonly CodeLine[];
  readonly prediction: Prediction | undefined;
}

/** An explorable as the page uses it. */
export interface Explorable {
  /** In kebab case: what a lesson writes, and the beginning of its keys in a link. */
  readonly id: string;
  readonly title: string;
  readonly controls: Controls;
  readonly initial: { readonly state: State; readonly step: number };
  /** How fast its run plays, in steps a second; `undefined` if nothing runs. */
  readonly speed: number | undefined;
  /** The id of the verified example that shows the initial state. */
  readonly example: string;
  readonly scene: (state: State) => Scene;
}

/** The input of a view. */
export interface Shown<S, M> {
  readonly state: S;
  readonly model: M;
  readonly step: number;
  /** Whether a prediction is open: then the view hides the answer. */
  readonly asking: boolean;
  /** The current guess while a prediction is open, for views that draw it. */
  readonly guess?: Setting;
}

/** The definition of an explorable: data, and pure functions of the state and of the model computed from it. */
export interface Definition<C extends Controls, M> {
  readonly id: string;
  readonly title: string;
  readonly controls: C;
  /** By `src/numeric`. Called once for a state, however many steps are shown of it. */
  readonly model: (state: StateOf<C>) => M;
  /** For a model that runs: its last step, and the step that is shown at first. */
  readonly run?: {
    readonly lastStep: (model: M) => number;
    readonly initial: number;
    /** Steps a second, until the reader chooses otherwise: one of {@link speeds}. Default 2. */
    readonly speed?: (typeof speeds)[number];
  };
  readonly view: (shown: Shown<StateOf<C>, M>) => View;
  readonly ledger?: (model: M, state: StateOf<C>) => Ledger;
  /** The verified example of the initial state, and the same Python for any state and step. */
  readonly python: {
    readonly example: string;
    readonly code: (state: StateOf<C>, step: number) => readonly CodeLine[];
  };
  /** Its question with its answer; none in a state in which the question would make no sense. */
  readonly predict?: (model: M, state: StateOf<C>) => Prediction | undefined;
}

/** Makes an explorable of its definition. */
export function defineExplorable<C extends Controls, M>(definition: Definition<C, M>): Explorable {
  const { id, title, controls, model: compute, run, view, ledger, python, predict } = definition;
  return {
    id,
    title,
    controls,
    initial: { state: initialState(controls), step: run?.initial ?? 0 },
    speed: run && (run.speed ?? 2),
    example: python.example,
    scene: (untyped) => {
      // Every state has a setting of its control's kind: `initialState` and `readSetting` make no others.
      const state = untyped as StateOf<C>;
      const model = compute(state);
      return {
        lastStep: run?.lastStep(model) ?? 0,
        view: (step, question) => inWords(view({ state, model, step, asking: question !== undefined, ...question })),
        code: (step) => python.code(state, step),
        ...(ledger && { ledger: ledger(model, state) }),
        // Needed at the initial state and rarely elsewhere, so it is not computed for every frame of a drag.
        get prediction() {
          return predict?.(model, state);
        },
      };
    },
  };
}

/** The view in words: with a note that also names everything outside of its picture, and without a description twice. */
function inWords({ standing = [], ...view }: View): View {
  const notes = [view.note, outsideNote(view.figures, standing)].filter((text) => text !== undefined);
  return { ...view, figures: describeOnce(view.figures), ...(notes.length > 0 && { note: notes.join(' ') }) };
}
