import type { Controls } from '../../explorables/kit/control.ts';
import { type Position, readLink, writeLink } from '../../explorables/kit/state-link.ts';
import type { PageStorage } from '../dom/page-storage.ts';

/** Keeps where the reader is in one explorable: what is kept is what a link would say. */
export interface PositionKeeper {
  /** `undefined` too where something else stands than a link would say. */
  read(): Position | undefined;
  /** The initial position is kept by keeping nothing. */
  write(position: Position): void;
}

/** A keeper for the explorable `id` of the page at `path`. */
export function positionKeeper(
  storage: PageStorage,
  path: string,
  { id, controls, initial }: { readonly id: string; readonly controls: Controls; readonly initial: Position },
): PositionKeeper {
  const key = `explorable ${path}#${id}`;
  const textOf = (position: Position) => new URLSearchParams(writeLink(id, controls, position)).toString();
  return {
    read: () => {
      const reading = readLink(id, controls, new URLSearchParams(storage.read(key)), initial);
      return reading.kind === 'read' ? reading.position : undefined;
    },
    write: (position) => {
      const text = textOf(position);
      if (text === textOf(initial)) storage.remove(key);
      else storage.write(key, text);
    },
  };
}
