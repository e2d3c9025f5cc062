import { patchTree, setIfOther } from '../../core/patch-tree.ts';
import type { Explorable, View } from '../../explorables/kit/explorable.ts';
import { codeLines, ledgerRows, readoutElements, stepText } from '../../explorables/view/part-contents.ts';
import { buttonFor, optionalPart, partOf } from '../../explorables/view/part-names.ts';
import type { ExplorableState } from './explorable-store.ts';
import { showSentence } from './live-sentence.ts';
import { showEquation } from './show-equation.ts';
import { showFigures } from './show-figures.ts';
import { showText } from './show-text.ts';

/** The data of the parts of an explorable. */
export interface Showing {
  /** The explorable's id in the page. */
  readonly id: string;
  readonly explorable: Explorable;
  readonly state: ExplorableState;
  readonly view: View;
}

/**
 * Shows what is in view after a change: all of it is of the same state, but for an equation of a new form, which follows.
 *
 * @param whenLate called when such an equation has followed
 */
export function showParts(root: Element, { id, explorable, state, view }: Showing, whenLate: () => void): void {
  showFigures(partOf(root, 'pictures'), id, view.figures);
  showEquation(partOf(root, 'equation'), view.equation, whenLate);
  patchTree(partOf(root, 'readouts'), readoutElements(view.readouts));
  showSentence(partOf(root, 'sentence'), view.sentence);
  showSentence(partOf(root, 'note'), view.note ?? '');
  if (explorable.speed !== undefined) showRun(root, state);
}

function showRun(root: Element, { position: { step }, scene: { lastStep }, isPlaying }: ExplorableState): void {
  const scrubber = partOf(root, 'scrubber');
  setIfOther(scrubber, 'max', String(lastStep));
  if (scrubber.valueAsNumber !== step) scrubber.valueAsNumber = step;
  setIfOther(scrubber, 'aria-valuetext', stepText(step, lastStep));
  showText(partOf(root, 'step'), stepText(step, lastStep));
  const play = buttonFor(root, 'play');
  if (play) showText(play, isPlaying ? 'Pause' : 'Play');
}

/** Writes the table and the code, which are folded away at first: by default only what is unfolded. */
export function showFolds(root: Element, showing: Showing, which: 'open' | 'all' = 'open'): void {
  const { explorable, state, view } = showing;
  const { scene, position } = state;
  const isWanted = (part: Element) => which === 'all' || part.closest('details:not([open])') === null;
  const table = optionalPart(root, 'ledger');
  if (table && scene.ledger && isWanted(table)) {
    setIfOther(table, 'aria-rowcount', String(scene.ledger.length + 1));
    const step = explorable.speed === undefined ? undefined : position.step;
    patchTree(partOf(root, 'rows'), ledgerRows(scene.ledger, step));
  }
  const code = partOf(root, 'code');
  if (isWanted(code)) patchTree(code, codeLines(scene.code(position.step), view.now));
}
