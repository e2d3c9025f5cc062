import { type Linked, type Position, readLink, writeLink } from '../../explorables/kit/state-link.ts';
import type { PageStorage } from '../dom/page-storage.ts';

/** Keeps where the reader is in one explorable: what is kept is what a link would say. */
export interface PositionKeeper {
  /** `undefined` too where something else stands than a link would say. */
  read(): Position | undefined;
  /** The initial position is kept by keeping nothing. */
  write(position: Position): void;
}

/** A keeper for one explorable of the page at `path`. */
export function positionKeeper(storage: PageStorage, path: string, linked: Linked): PositionKeeper {
  const key = `explorable ${path}#${linked.id}`;
  const textOf = (position: Position) => new URLSearchParams(writeLink(linked, position)).toString();
  return {
    read: () => {
      const reading = readLink(linked, new URLSearchParams(storage.read(key)));
      return reading.kind === 'read' ? reading.position : undefined;
    },
    write: (position) => {
      const text = textOf(position);
      if (text === textOf(linked.initial)) storage.remove(key);
      else storage.write(key, text);
    },
  };
}
