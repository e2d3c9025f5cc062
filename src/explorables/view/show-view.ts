import type { CodeLine, Ledger, Readout, View } from '../kit/explorable.ts';
import { elementWith, withVariables } from './element-with.ts';
import { patchChildren } from './patch-children.ts';
import { showEquation } from './show-equation.ts';
import { showFigures } from './show-figures.ts';

/** What the page shows of an explorable, as it is built and again after every change. */
export interface Showing {
  /** The explorable's id in the page, before which no figure's ids are repeated. */
  readonly id: string;
  readonly view: View;
  readonly step: number;
  readonly ledger: Ledger | undefined;
  /** Whether the ledger's rows are the steps of a run, shown up to the current one. */
  readonly runs: boolean;
  readonly code: () => readonly CodeLine[];
}

/** At most so many rows of a ledger are shown, the last of them the current one. */
export const ledgerWindow = 8;

/** The element of an explorable that has a name, `data-part`. @throws if the page was built without it. */
export function partOf(root: Element, name: string): HTMLElement {
  const part = root.querySelector<HTMLElement>(`[data-part="${name}"]`);
  if (part === null) throw new TypeError(`${root.id} was built without the part ${name}`);
  return part;
}

/** Draws what is in view after a change. The sentence waits until the changes have come to rest. */
export function showView(root: Element, { id, view }: Showing, document: Document): void {
  showFigures(partOf(root, 'pictures'), id, view.figures, document);
  showEquation(partOf(root, 'equation'), view.equation);
  showReadouts(partOf(root, 'readouts'), view.readouts, document);
  showText(partOf(root, 'note'), view.note ?? '');
}

/** Writes the table and the code, which are folded away at first: by default only what is unfolded. */
export function showFolds(root: Element, showing: Showing, document: Document, which: 'open' | 'all' = 'open'): void {
  const { view, step, ledger, runs, code } = showing;
  const wanted = (part: Element) => which === 'all' || part.closest('details:not([open])') === null;
  if (ledger) {
    const table = partOf(root, 'ledger');
    if (wanted(table)) showLedger(table, ledger, runs ? step : undefined, document);
  }
  const lines = partOf(root, 'code');
  if (wanted(lines)) showCode(lines, code(), view.now, document);
}

/** Sets a text if it is another: an unchanged live region stays silent. */
export function showText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

function showReadouts(list: Element, readouts: readonly Readout[], document: Document): void {
  const names = readouts.map(({ label, symbol = '', term = '' }) => `${label}|${symbol}|${term}`).join();
  if (list.getAttribute('data-names') !== names) {
    list.replaceChildren(...readouts.map((readout) => readoutElement(readout, document)));
    list.setAttribute('data-names', names);
  }
  readouts.forEach(({ value, unit }, i) => {
    const element = list.children[i]?.querySelector('output');
    if (element) showText(element, unit === undefined ? value : `${value} ${unit}`);
  });
}

function readoutElement({ label, symbol, term }: Readout, document: Document): Element {
  const name = elementWith(document, 'span', { class: 'readout-name' }, label);
  if (symbol !== undefined) name.append(' ', ...withVariables(document, symbol));
  return elementWith(
    document,
    'div',
    { class: 'readout', 'data-term': term },
    name,
    elementWith(document, 'output', { class: 'readout-value', translate: 'no' }),
  );
}

/** The rows up to the current step, or all of a table that has none. */
function showLedger(table: Element, ledger: Ledger, step: number | undefined, document: Document): void {
  const last = step === undefined ? ledger.length - 1 : Math.min(step, ledger.length - 1);
  const first = step === undefined ? 0 : Math.max(0, last - ledgerWindow + 1);
  const rows = Array.from({ length: last - first + 1 }, (_, i) => ledgerRow(ledger, first + i, step, document));
  table.setAttribute('aria-rowcount', String(ledger.length + 1));
  const body = table.querySelector('tbody');
  if (body) patchChildren(body, rows);
}

function ledgerRow({ columns, row }: Ledger, index: number, step: number | undefined, document: Document): Element {
  const now = index === step;
  const cells = row(index).map((text, i) => {
    const attributes = { 'data-term': now ? columns[i]?.term : undefined };
    return i === 0
      ? elementWith(document, 'th', { scope: 'row', ...attributes }, text)
      : elementWith(document, 'td', attributes, text);
  });
  const attributes = { 'aria-rowindex': index + 2, class: now ? 'is-now' : undefined, 'aria-current': now && 'step' };
  return elementWith(document, 'tr', attributes, ...cells);
}

function showCode(element: Element, code: readonly CodeLine[], now: string | undefined, document: Document): void {
  const lines = code.map((line) => {
    const [text, term] = typeof line === 'string' ? [line, undefined] : line;
    const current = term !== undefined && term === now;
    return elementWith(
      document,
      'span',
      { class: `code-line${current ? ' is-now' : ''}`, 'data-term': term },
      `${text}\n`,
    );
  });
  patchChildren(element, lines);
}
