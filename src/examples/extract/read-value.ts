import { toString as textOf } from 'mdast-util-to-string';
import type { Diagnostic } from '../../core/diagnostic.ts';
import type { Place } from '../../core/place.ts';
import type { SourceText } from '../../core/source-text.ts';
import type { ProseValue } from '../example.ts';
import { attributeOf, type Element } from '../lesson-elements.ts';
import { positionOf } from '../position-of.ts';

/** A `<Value>` that was read. Neither part is there when an attribute is missing, which `checkElement` reports. */
export interface ReadValue {
  readonly value?: ProseValue;
  readonly diagnostic?: Diagnostic;
}

/**
 * Reads a `<Value of="…" expr="…">2.67</Value>`.
 *
 * @param place of the element, for the diagnostic
 */
export function readValue(element: Element, place: Place, source: SourceText): ReadValue {
  const inner = element.children[0];
  const child = inner?.type === 'paragraph' ? inner.children[0] : inner;
  if (child?.type !== 'text' || textOf(element) !== child.value || /[\r\n]/.test(child.value)) {
    const hint = 'Write `<Value of="…" expr="…">2.67</Value>`, on one line, with no markup inside.';
    const message = 'A `<Value>` holds one plain piece of text.';
    return { diagnostic: { rule: 'value/text', place, message, hint } };
  }
  const [of, expr, format = ''] = ['of', 'expr', 'format'].map((name) => attributeOf(element, name));
  if (of === undefined || expr === undefined) return {};
  const { start, end } = positionOf(child);
  const span = { start: start.offset, end: end.offset };
  return { value: { of, expr, format, text: child.value, place: source.placeAt(span.start), span } };
}
