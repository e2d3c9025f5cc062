import { type Linked, type Position, readLink, writeLink } from '../../explorables/kit/state-link.ts';
import { tabStorage } from '../dom/page-storage.ts';
import { positionKeeper } from './keep-position.ts';

/**
 * The reader's stored position in one explorable: from the address, if that is a link to it, otherwise from this tab's
 * storage. The address contains a position only while it is the current one.
 */
export class ReaderPlace {
  readonly #linked: Linked;
  readonly #keeper;

  constructor(linked: Linked) {
    this.#linked = linked;
    this.#keeper = positionKeeper(tabStorage, location.pathname, linked);
  }

  /** The stored position, or the reason why the link cannot be read. */
  read(): { readonly position: Position } | { readonly broken: string } | undefined {
    const reading = readLink(this.#linked, new URLSearchParams(location.search));
    if (reading.kind === 'read') return reading;
    if (reading.kind === 'broken') return { broken: reading.reason };
    const position = this.#keeper.read();
    return position && { position };
  }

  /** Stores a position, and removes any other one from the address. */
  keep(position: Position): void {
    this.#keeper.write(position);
    const address = new URL(location.href);
    const own = [...address.searchParams].filter(([key]) => key.startsWith(`${this.#linked.id}.`));
    const reading = readLink(this.#linked, own);
    if (reading.kind === 'absent') return;
    if (reading.kind === 'read' && JSON.stringify(reading.position) === JSON.stringify(position)) return;
    for (const [key] of own) address.searchParams.delete(key);
    history.replaceState(history.state, '', address);
  }

  /** The address of this explorable at a position, without the positions of other explorables. */
  link(position: Position, hash: string): string {
    const address = new URL(location.pathname, location.origin);
    for (const [key, value] of writeLink(this.#linked, position)) address.searchParams.set(key, value);
    address.hash = hash;
    return address.href;
  }
}
