import { type ActionName, buttonFor, type Card, partOf } from '../../explorables/view/part-names.ts';
import type { ExplorableStore } from './explorable-store.ts';
import { openInCell, returnFromCell } from './open-in-cell.ts';
import type { ReaderPlace } from './reader-place.ts';
import { dataAddress, download, pictureFile, pngOf } from './save-picture.ts';
import { showText } from './show-text.ts';

/** The objects that the buttons of an explorable act on. */
interface Actor {
  readonly root: HTMLElement;
  /** The explorable's id in the page. */
  readonly id: string;
  /** The title of a saved picture. */
  readonly title: string;
  readonly store: ExplorableStore;
  readonly place: ReaderPlace;
  /** Shows a card, and focuses its tab. */
  readonly showCard: (card: Card) => void;
}

/** Makes the buttons of an explorable work. */
export function bindActions(actor: Actor): void {
  const { root, id, store, showCard } = actor;
  const reset = () => {
    say(root, '');
    store.reset();
  };
  const actions: Readonly<Record<ActionName, (event: MouseEvent) => void>> = {
    check: () => store.check(),
    answer: () => store.showAnswer(true),
    explore: () => showCard('controls'),
    question: () => showCard('question'),
    controls: () => showCard('controls'),
    back: () => store.stepBy(-1),
    step: () => store.stepBy(1),
    play: () => store.togglePlay(Number(partOf(root, 'speed').value)),
    reset,
    python: (event) => openPython(event, actor),
    link: () => void copyLink(actor),
    svg: () => download(dataAddress(pictureOf(actor)), `${id}.svg`),
    png: () => void pngOf(pictureOf(actor)).then((png) => download(png, `${id}.png`)),
  };
  for (const [name, act] of Object.entries(actions))
    buttonFor(root, name as ActionName)?.addEventListener('click', act);
  const python = buttonFor(root, 'python');
  if (python) returnFromCell(python, root.id);
}

function say(root: HTMLElement, text: string): void {
  showText(partOf(root, 'said'), text);
}

/** Copies the address with the position to the clipboard and to the address bar. */
async function copyLink({ root, store, place }: Actor): Promise<void> {
  const link = place.link(store.state.position, root.id);
  history.replaceState(history.state, '', link);
  try {
    await navigator.clipboard.writeText(link);
    say(root, 'The link is copied.');
  } catch {
    say(root, 'The link is in the address bar; the browser does not let this page copy it.');
  }
}

/** Shows the code of this state in the cell of the example, if it is a cell; otherwise the link leads to it. */
function openPython(event: MouseEvent, { root, store }: Actor): void {
  const { scene, position } = store.state;
  const lines = scene.code(position.step).map((line) => (typeof line === 'string' ? line : line[0]));
  if (openInCell(event.currentTarget as HTMLAnchorElement, root.id, lines.join('\n'))) event.preventDefault();
}

function pictureOf({ root, title }: Actor): string {
  return pictureFile([...partOf(root, 'pictures').querySelectorAll('svg')], title);
}
