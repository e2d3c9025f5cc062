import { Document, isCollection, parse, visit } from 'yaml';
import type { PinnedFigures } from './pinned-figures.ts';

const heading =
  '# The figures that the examples of the lesson draw: series, ranges and digests of the recorded data.\n' +
  '# Written by `npm run verify -- --update`, and compared by each verification.\n';

/** The figures in the text of a file of pins, which is empty where there is no file. */
export function readPins(text: string): PinnedFigures {
  return (parse(text) ?? {}) as PinnedFigures;
}

/** The text of a file of pins. */
export function pinsText(pins: PinnedFigures): string {
  const sorted = Object.fromEntries(Object.entries(pins).sort(([a], [b]) => (a < b ? -1 : 1)));
  const document = new Document(sorted);
  // The numbers of one list stand in one line.
  visit(document, {
    Pair: (_, { key, value }) => {
      if (isCollection(value) && ['range', 'sample', 'titles'].includes(String(key))) value.flow = true;
    },
  });
  return heading + document.toString({ lineWidth: 0, flowCollectionPadding: false });
}
