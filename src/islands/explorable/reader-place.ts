import type { Controls } from '../../explorables/kit/control.ts';
import { type Position, readLink, writeLink } from '../../explorables/kit/state-link.ts';
import { tabStorage } from '../dom/page-storage.ts';
import { positionKeeper } from './keep-position.ts';

/** What there is to know of one explorable in a page, for links to it. */
interface Placed {
  /** Its id in the page, with which the keys of a link begin. */
  readonly id: string;
  readonly controls: Controls;
  readonly initial: Position;
}

/**
 * Where the reader was left in one explorable: in the address, if that is a link to it; otherwise as this tab remembers
 * it. The address says a position only as long as it is the one that is shown.
 */
export class ReaderPlace {
  readonly #placed: Placed;
  readonly #keeper;

  constructor(placed: Placed) {
    this.#placed = placed;
    this.#keeper = positionKeeper(tabStorage, location.pathname, placed);
  }

  /** Where to begin, or why the link cannot be read. */
  read(): { readonly position: Position } | { readonly broken: string } | undefined {
    const { id, controls, initial } = this.#placed;
    const reading = readLink(id, controls, new URLSearchParams(location.search), initial);
    if (reading.kind === 'read') return reading;
    if (reading.kind === 'broken') return { broken: reading.reason };
    const position = this.#keeper.read();
    return position && { position };
  }

  /** Remembers a position, and takes another one out of the address. */
  keep(position: Position): void {
    this.#keeper.write(position);
    const address = new URL(location.href);
    const own = [...address.searchParams].filter(([key]) => key.startsWith(`${this.#placed.id}.`));
    const { id, controls, initial } = this.#placed;
    const reading = readLink(id, controls, own, initial);
    if (reading.kind === 'absent') return;
    if (reading.kind === 'read' && JSON.stringify(reading.position) === JSON.stringify(position)) return;
    for (const [key] of own) address.searchParams.delete(key);
    history.replaceState(history.state, '', address);
  }

  /** The address of this explorable at a position: of nothing else in the page. */
  link(position: Position, hash: string): string {
    const { id, controls } = this.#placed;
    const address = new URL(location.pathname, location.origin);
    for (const [key, value] of writeLink(id, controls, position)) address.searchParams.set(key, value);
    address.hash = hash;
    return address.href;
  }
}
