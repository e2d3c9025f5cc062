import { drawRecordedFigure } from './draw-recorded-figure.ts';
import { readRecordedFigure } from './recorded-figure.ts';

/** Where the figures of an example come from. */
export interface FigureSource {
  /** Of the example. */
  readonly id: string;
  /** `file:line` of the example; empty if it is not known. */
  readonly place: string;
}

/**
 * Draws the figures of an example as HTML.
 *
 * @param json the list of its figures, from the report of the verifier
 * @throws Error that names the example with its place, if one of them is not as the recorder writes it
 */
export function drawExampleFigures(json: string, { id, place }: FigureSource, document: Document): string[] {
  const named = <Result>(which: string, work: () => Result): Result => {
    try {
      return work();
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      const message = `${place ? `${place}: ` : ''}${which} of the example \`${id}\` cannot be drawn: ${reason}. Run \`npm run verify\` to record it again.`;
      throw new Error(message, { cause });
    }
  };
  const figures = named('The list of figures', () => readList(json));
  return figures.map((figure, i) =>
    named(
      `Figure ${i + 1}`,
      () => drawRecordedFigure(readRecordedFigure(figure), `${id}-figure-${i + 1}`, document).outerHTML,
    ),
  );
}

function readList(json: string): unknown[] {
  const list: unknown = JSON.parse(json);
  if (!Array.isArray(list)) throw new TypeError('it is no list');
  return list;
}
