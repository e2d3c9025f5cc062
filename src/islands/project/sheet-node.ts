import { drawFigures } from '../cell/draw-figures.ts';
import { makeElement } from '../dom/make-element.ts';
import type { Step } from './run-steps.ts';

/** The parts of the sheet besides the steps. */
export interface SheetHead {
  readonly name: string;
  readonly now: Date;
}

/**
 * The sheet: first what the last step drew and printed, the line and the loss curve, then every step with its code and
 * what it printed.
 */
export function sheetNode(steps: readonly Step[], { name, now }: SheetHead): HTMLElement {
  const result = steps.at(-1);
  const title = 'A line, learnt from fifty points';
  const day = now.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
  const passed = steps.filter(({ hasPassed }) => hasPassed).length;
  const facts = `${name === '' ? '' : `${name}, `}${day}. When this sheet was made, ${passed} of ${steps.length} steps passed their checks.`;
  return makeElement(
    'article',
    { className: 'sheet', lang: 'en' },
    makeElement('h3', {}, title),
    makeElement('p', { className: 'sheet-facts' }, facts),
    ...(result ? outcome(result, 'sheet-result') : []),
    ...steps.flatMap((step, i) => stepNodes(step, i, step === result)),
    makeElement(
      'p',
      { className: 'sheet-facts' },
      'Made in the browser with “Calculus for ML”, Linear regression from scratch.',
    ),
  );
}

/** @param isShown whether what it printed and drew stands at the top of the sheet already */
function stepNodes(step: Step, i: number, isShown: boolean): HTMLElement[] {
  const { title, code, hasPassed } = step;
  const mark = makeElement(
    'span',
    { className: 'sheet-mark' },
    hasPassed ? 'passes its check' : 'does not pass its check yet',
  );
  return [
    makeElement('h4', {}, `${title} `, mark),
    makeElement('pre', { className: 'sheet-code' }, makeElement('code', {}, code)),
    ...(isShown ? [] : outcome(step, `sheet-${i + 1}`)),
  ];
}

/** The pictures and the output of a step. `id` is a prefix of ids in its pictures. */
function outcome({ figures, printed, error }: Step, id: string): HTMLElement[] {
  const texts = [printed, error].filter((text): text is string => text !== undefined && text !== '');
  return [
    ...drawFigures(figures, id),
    ...texts.map((text) => makeElement('pre', { className: 'sheet-output' }, makeElement('samp', {}, text))),
  ];
}
