/** The parts of an explorable in the page, by their `data-part`, each with its kind of element. */
interface PartElements {
  readonly tabs: HTMLFieldSetElement;
  readonly ask: HTMLElement;
  readonly guess: HTMLFieldSetElement;
  readonly verdict: HTMLElement;
  readonly answer: HTMLDetailsElement;
  readonly explore: HTMLFieldSetElement;
  readonly equation: HTMLElement;
  readonly pictures: HTMLElement;
  readonly time: HTMLFieldSetElement;
  readonly scrubber: HTMLInputElement;
  readonly step: HTMLElement;
  readonly speed: HTMLInputElement | HTMLSelectElement;
  readonly controls: HTMLFieldSetElement;
  readonly readouts: HTMLElement;
  readonly sentence: HTMLElement;
  readonly note: HTMLElement;
  readonly ledger: HTMLTableElement;
  readonly rows: HTMLElement;
  readonly code: HTMLElement;
  readonly actions: HTMLFieldSetElement;
  readonly said: HTMLElement;
}

export type PartName = keyof PartElements;

/** The parts of one control, by their `data-part`; unlike those of an explorable, they may occur several times in it. */
export type ControlPartName = 'which' | 'problem' | 'order';

/** The buttons of an explorable, by their `data-do`. */
export type ActionName =
  | Card
  | 'check'
  | 'answer'
  | 'explore'
  | 'back'
  | 'step'
  | 'play'
  | 'reset'
  | 'python'
  | 'link'
  | 'svg'
  | 'png';

/** The cards of the panel beside the picture, by the explorable's `data-card`; a button of the same name shows one. */
export type Card = 'question' | 'controls';

/** The attribute by which {@link partOf} finds a part. */
export const part = (name: PartName | ControlPartName) => ({ 'data-part': name });
/** The selector of a part, for a search inside its control. */
export const controlPart = (name: ControlPartName) => `[data-part=${name}]`;
/** The attribute by which {@link buttonFor} finds a button. */
export const action = (name: ActionName) => ({ 'data-do': name });

/** A part of an explorable. @throws if the page was built without it. */
export function partOf<Name extends PartName>(root: Element, name: Name): PartElements[Name] {
  const found = optionalPart(root, name);
  if (found === null) throw new TypeError(`${root.id} was built without the part ${name}`);
  return found;
}

/** A part that not every explorable has. */
export function optionalPart<Name extends PartName>(root: Element, name: Name): PartElements[Name] | null {
  return root.querySelector<PartElements[Name]>(`[data-part="${name}"]`);
}

/** The button for an action; not every explorable has every one. */
export function buttonFor(root: Element, name: ActionName): HTMLElement | null {
  return root.querySelector<HTMLElement>(`[data-do="${name}"]`);
}
