import { type Linked, type Position, readLink, writeLink } from '../../explorables/kit/state-link.ts';
import type { PageStorage } from '../dom/page-storage.ts';

/** Stores the reader's position in one explorable, in the form of a link. */
export interface PositionKeeper {
  /** `undefined` if nothing valid is stored. */
  read(): Position | undefined;
  /** Stores a position; for the initial one the entry is deleted. */
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
