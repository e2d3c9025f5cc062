import type { Element, ElementContent } from 'hast';
import { type Channel, numberOf } from './channel.ts';
import { element, group, type Look, type Mark } from './mark.ts';

/** Where each text is, in units of the axes, and how far all are moved from there, in units of the drawing. */
interface Place {
  readonly x: Channel<string>;
  readonly y: Channel<string>;
  readonly dx?: number;
  readonly dy?: number;
  /** Where its place is, seen from the text. Default `middle`. */
  readonly textAnchor?: 'start' | 'middle' | 'end';
  readonly fontSize: number;
}

/** Texts, as Plot's `text`. Words between asterisks are variables; a line of its own begins after each `\n`. */
export function text(
  texts: readonly string[],
  { x: across, y: up, dx = 0, dy = 0, ...look }: Look & Place & { readonly fill: string },
): Mark {
  const halo = look.stroke !== undefined && { strokeLinejoin: 'round', paintOrder: 'stroke' };
  const all = { ...halo, ...look, transform: dx === 0 && dy === 0 ? undefined : `translate(${dx},${dy})` };
  return {
    draw: ({ x, y }) => {
      const place = (words: string, i: number) => `${x(numberOf(across, words, i))},${y(numberOf(up, words, i))}`;
      const elements = texts.flatMap((words, i) => (words === '' ? [] : [written(words, place(words, i))]));
      return group('text', all, elements);
    },
  };
}

/** All that a part of a text may have, so that one part can become another. */
const bare = { class: undefined, x: undefined, y: undefined, dy: undefined };

/** The lines are around the place. */
function written(words: string, place: string): Element {
  const lines = words.split('\n');
  const first = (164 - lines.length * 100) / 200;
  const transform = `translate(${place})`;
  const [one = ''] = lines;
  if (lines.length === 1) return element('text', { y: `${first}em`, transform }, withVariables(one));
  const placed = lines.map((line, i) => {
    const place = i === 0 ? { y: `${first}em` } : { dy: '1em' };
    return element('tspan', { ...bare, x: 0, ...place }, withVariables(line));
  });
  return element('text', { y: undefined, transform }, placed);
}

/** Text with its variables, which are between asterisks, in elements of their own. */
export function withVariables(words: string): ElementContent[] {
  return words
    .split(/\*([^*]+)\*/)
    .map((value, i): ElementContent => {
      const piece: ElementContent = { type: 'text', value };
      return i % 2 === 0 ? piece : element('tspan', { ...bare, class: 'variable' }, [piece]);
    })
    .filter((piece) => piece.type !== 'text' || piece.value !== '');
}
