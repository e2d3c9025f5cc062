import type { Element } from 'hast';
import type { CodeLine, Ledger, Readout } from '../kit/explorable.ts';
import { h, withVariables } from './element.ts';

/** The maximum number of rows of a ledger that are shown; the last one is the current one. */
export const ledgerWindow = 8;

/** The numbers beside the picture. They are not live regions, as `output` is: the sentence is announced, once, in words. */
export function readoutElements(readouts: readonly Readout[]): Element[] {
  return readouts.map(({ label, symbol, value, unit, term }) =>
    h(
      'div',
      { class: 'readout', 'data-term': term },
      h('span', { class: 'readout-name' }, label, ...(symbol === undefined ? [] : [' ', ...withVariables(symbol)])),
      h('span', { class: 'readout-value', translate: 'no' }, unit === undefined ? value : `${value} ${unit}`),
    ),
  );
}

/**
 * The rows of a table: those up to the current step, at most {@link ledgerWindow}.
 *
 * @param step the current one; `undefined` for a table whose rows are not steps, which is shown whole
 */
export function ledgerRows(ledger: Ledger, step: number | undefined): Element[] {
  const last = step === undefined ? ledger.length - 1 : Math.min(step, ledger.length - 1);
  const first = step === undefined ? 0 : Math.max(0, last - ledgerWindow + 1);
  return Array.from({ length: last - first + 1 }, (_, i) => ledgerRow(ledger, first + i, first + i === step));
}

function ledgerRow({ columns, row }: Ledger, index: number, isNow: boolean): Element {
  const cells = row(index).map((text, i) => {
    const term = { 'data-term': isNow ? columns[i]?.term : undefined };
    return i === 0 ? h('th', { scope: 'row', ...term }, text) : h('td', term, text);
  });
  const now = { class: isNow ? 'is-now' : undefined, 'aria-current': isNow ? 'step' : undefined };
  return h('tr', { 'aria-rowindex': index + 2, ...now }, ...cells);
}

/** The lines of code. @param now the term of those that compute the current step */
export function codeLines(code: readonly CodeLine[], now: string | undefined): Element[] {
  return code.map((line) => {
    const [text, term] = typeof line === 'string' ? [line, undefined] : line;
    const isNow = term !== undefined && term === now;
    return h('span', { class: isNow ? 'code-line is-now' : 'code-line', 'data-term': term }, `${text}\n`);
  });
}

/** The text with the number of the step and of all steps. */
export const stepText = (step: number, lastStep: number): string => `${step} of ${lastStep}`;

/** The name of a speed of Play. */
export const speedText = (stepsPerSecond: number): string => `${stepsPerSecond}/s`;
