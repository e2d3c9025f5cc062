import type { RaisedException } from '../../python/engine.ts';
import { makeElement, sentenceNodes } from '../dom/make-element.ts';

/** An error: its message, its meaning in plain words, and the traceback in a fold. */
export function errorPane({ summary, line, traceback }: RaisedException, meaning: string | undefined): HTMLElement {
  const where = line === null ? [] : [makeElement('span', { className: 'cell-error-line' }, ` line ${line}`)];
  const [head, rest] = splitOnce(summary, ': ');
  const name = makeElement('strong', {}, rest === undefined ? head : `${head}:`);
  const message = makeElement(
    'p',
    { className: 'cell-error-message', translate: false },
    name,
    rest === undefined ? '' : ` ${rest}`,
  );
  message.append(...where);
  const pane = makeElement('div', { className: 'cell-error' }, message);
  if (meaning) pane.append(makeElement('p', { className: 'cell-error-meaning' }, ...sentenceNodes(meaning)));
  if (traceback.trim() !== '') pane.append(tracebackFold(traceback));
  return pane;
}

/** A sentence about the end or the output of a run. */
export function remarkPane(words: string): HTMLElement {
  const meaning = makeElement('p', { className: 'cell-error-meaning' }, ...sentenceNodes(words));
  return makeElement('div', { className: 'cell-error' }, meaning);
}

function tracebackFold(traceback: string): HTMLElement {
  const text = makeElement('pre', { className: 'cell-traceback', tabIndex: 0 }, traceback.trimEnd());
  return makeElement('details', { className: 'cell-fold' }, makeElement('summary', {}, 'Traceback'), text);
}

function splitOnce(text: string, separator: string): [head: string, rest: string | undefined] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + separator.length)];
}
