import type { Controls } from '../explorables/control.ts';
import { type Position, readLink, writeLink } from '../explorables/state-link.ts';

/** Keeps where the reader is in one explorable while the tab lives: through reloads, and on the way to other pages. */
export interface PositionKeeper {
  read(): Position | undefined;
  /** The initial position is kept by keeping nothing. */
  write(position: Position): void;
}

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * A keeper for the explorable `id` of the page at `path`. What is kept is what a link would say. A browser may refuse to
 * store anything, even by throwing at any touch: then the position lives as long as the page.
 *
 * @param storage asked for anew each time, since already naming it may throw
 */
export function positionKeeper(
  storage: () => Store,
  path: string,
  { id, controls, initial }: { readonly id: string; readonly controls: Controls; readonly initial: Position },
): PositionKeeper {
  const key = `explorable ${path}#${id}`;
  const textOf = (position: Position) => new URLSearchParams(writeLink(id, controls, position)).toString();
  return {
    read: () =>
      attempt(() => {
        const reading = readLink(id, controls, new URLSearchParams(storage().getItem(key) ?? ''), initial);
        return reading.kind === 'read' ? reading.position : undefined;
      }),
    write: (position) =>
      attempt(() => {
        const text = textOf(position);
        if (text === textOf(initial)) storage().removeItem(key);
        else storage().setItem(key, text);
      }),
  };
}

function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    // Not being allowed to remember is no failure of the page.
    return undefined;
  }
}
