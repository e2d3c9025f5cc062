import type { Point } from '../../core/point.ts';
/** A place in a picture, in the units of its axes. */

/** The value of a control. */
export type Setting = number | string | boolean | Point | readonly Point[] | readonly string[];

interface Named {
  /** The visible label. May set a variable in italics: `learning rate *η*`. */
  readonly label: string;
  /** Whether it changes anything in this state; default always. While it does not, it is shown and cannot be set. */
  readonly matters?: (state: State) => boolean;
}

/** A slider with a number field beside it. */
export interface NumberControl extends Named {
  readonly kind: 'number';
  readonly initial: number;
  readonly range: readonly [low: number, high: number];
  /** How far one arrow key goes; `log` goes through all numbers of two significant digits: 0.98, 0.99, 1, 1.1. */
  readonly step: number | 'log';
  /** Written after the number, for example `°`. */
  readonly unit?: string;
}

/** One of a few options, by the key in the link; the value is the visible label. */
export interface ChoiceControl<V extends string = string> extends Named {
  readonly kind: 'choice';
  readonly initial: V;
  readonly options: Readonly<Record<V, string>>;
}

/** A formula that the reader types, or takes from a list. */
export interface FormulaControl extends Named {
  readonly kind: 'formula';
  readonly initial: string;
  readonly presets: readonly string[];
  /** The fault of a text, its position, and the remedy; `undefined` if it is a formula. */
  readonly problem: (text: string) => FormulaProblem | undefined;
}

export interface FormulaProblem {
  /** One sentence or two, for the reader. */
  readonly message: string;
  /** Index into the text of the first character that is wrong. */
  readonly at: number;
}

/** A point of the plane: two sliders, and a handle in the picture. */
export interface PointControl extends Named {
  readonly kind: 'point';
  readonly initial: Point;
  readonly range: { readonly x: readonly [number, number]; readonly y: readonly [number, number] };
  readonly step: number;
  /** The names of its coordinates; default x and y. */
  readonly axes?: readonly [x: string, y: string];
}

/** A fixed number of points of the plane: one is chosen, and moved like a point. */
export interface PointsControl extends Named {
  readonly kind: 'points';
  readonly initial: readonly Point[];
  readonly range: { readonly x: readonly [number, number]; readonly y: readonly [number, number] };
  readonly step: number;
}

/** On or off. */
export interface ToggleControl extends Named {
  readonly kind: 'toggle';
  readonly initial: boolean;
}

/** Things to be put in an order. */
export interface OrderControl extends Named {
  readonly kind: 'order';
  readonly initial: readonly string[];
}

export type Control =
  | NumberControl
  | ChoiceControl
  | FormulaControl
  | PointControl
  | PointsControl
  | ToggleControl
  | OrderControl;

export type Controls = Readonly<Record<string, Control>>;

export type SettingOf<C extends Control> = C extends NumberControl
  ? number
  : C extends ChoiceControl<infer V>
    ? V
    : C extends FormulaControl
      ? string
      : C extends PointControl
        ? Point
        : C extends PointsControl
          ? readonly Point[]
          : C extends OrderControl
            ? readonly string[]
            : boolean;

/** A setting for each control, by the control's key. */
export type StateOf<C extends Controls> = { readonly [K in keyof C]: SettingOf<C[K]> };

export type State = Readonly<Record<string, Setting>>;

type Without<C> = Omit<C, 'kind'>;

export const numberControl = (control: Without<NumberControl>): NumberControl => ({ kind: 'number', ...control });
/** The type of the keys is inferred from the options. */
export const choiceControl = <V extends string>(
  control: Omit<ChoiceControl<V>, 'kind' | 'initial'> & { readonly initial: NoInfer<V> },
): ChoiceControl<V> => ({ kind: 'choice', ...control });
export const formulaControl = (control: Without<FormulaControl>): FormulaControl => ({ kind: 'formula', ...control });
export const pointControl = (control: Without<PointControl>): PointControl => ({ kind: 'point', ...control });
export const pointsControl = (control: Without<PointsControl>): PointsControl => ({ kind: 'points', ...control });
export const toggleControl = (control: Without<ToggleControl>): ToggleControl => ({ kind: 'toggle', ...control });
export const orderControl = (control: Without<OrderControl>): OrderControl => ({ kind: 'order', ...control });

/** The state in which every control has its initial setting. */
export function initialState(controls: Controls): State {
  return Object.fromEntries(Object.entries(controls).map(([key, { initial }]) => [key, initial]));
}

/** Whether setting a control changes anything in this state. */
export const matters = (control: Control, state: State): boolean => control.matters?.(state) ?? true;
