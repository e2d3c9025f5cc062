import '../../styles/components/review.css';
import type { Item } from '../../exercises/progress/progress-item.ts';
import type { Outcome } from '../../exercises/progress/progress-record.ts';
import { announce, spokenText } from '../dom/announce.ts';
import { makeButton } from '../dom/make-button.ts';
import { makeElement } from '../dom/make-element.ts';

/** A card as it stands in the page of all cards. */
export interface ShownCard {
  readonly item: Item;
  readonly prompt: Element;
  readonly reply: Element;
  /** The question in its lesson. */
  readonly way: string;
}

/** The reader’s grades for a reply. */
const judgements: readonly (readonly [name: string, outcome: Outcome])[] = [
  ['I knew it', 'passed'],
  ['With effort', 'hinted'],
  ['I missed it', 'missed'],
];

/** The handlers of the answers. */
export interface AskingEnds {
  readonly answered: (item: Item, outcome: Outcome) => void;
  /** After the last card; the element is free for other use. */
  readonly done: (answered: number, missed: number) => void;
}

/**
 * Asks cards one after another: the prompt, then the reply and what the reader says of it. A card that was missed is asked
 * once more at the end, which is practice and not remembered.
 */
export function askCards(place: HTMLElement, cards: readonly ShownCard[], { answered, done }: AskingEnds): void {
  const again: ShownCard[] = [];
  const ask = (queue: readonly ShownCard[], isFirst: boolean): void => {
    const [card, ...rest] = queue;
    if (!card) {
      if (isFirst && again.length > 0) ask(again, false);
      else done(cards.length, again.length);
      return;
    }
    const words = isFirst ? `${cards.length - rest.length} of ${cards.length}` : 'Once more';
    askCard(place, { card, words }, (outcome) => {
      if (isFirst) answered(card.item, outcome);
      if (isFirst && outcome === 'missed') again.push(card);
      ask(rest, isFirst);
    });
  };
  ask(cards, true);
}

interface Asked {
  readonly card: ShownCard;
  /** Which one of how many. */
  readonly words: string;
}

function askCard(place: HTMLElement, { card, words }: Asked, judged: (outcome: Outcome) => void): void {
  const prompt = makeElement('p', { className: 'card-prompt' }, ...copied(card.prompt));
  const show = makeButton('Show the reply', () => showReply(place, card, judged), { className: 'question-button' });
  place.replaceChildren(
    makeElement('p', { className: 'card-count' }, words),
    prompt,
    makeElement('div', { className: 'question-bar' }, show),
  );
  announce(spokenText(prompt));
  show.focus();
}

function showReply(place: HTMLElement, card: ShownCard, judged: (outcome: Outcome) => void): void {
  const reply = makeElement('p', { className: 'card-reply' }, ...copied(card.reply));
  const buttons = judgements.map(([name, outcome]) =>
    makeButton(name, () => judged(outcome), { className: 'question-button' }),
  );
  const way = makeElement('a', { className: 'card-way', href: card.way }, 'In the lesson');
  place.lastElementChild?.replaceWith(reply, makeElement('div', { className: 'question-bar' }, ...buttons, way));
  announce(spokenText(reply));
  buttons[0]?.focus();
}

function copied(element: Element): Node[] {
  return [...(element.cloneNode(true) as Element).childNodes];
}

/** The cards of a page of all cards, by their items. */
export function cardsIn(page: ParentNode): Map<Item, ShownCard> {
  const all = [...page.querySelectorAll<HTMLElement>('details[data-item]')].flatMap((card): [Item, ShownCard][] => {
    const [prompt, reply] = [card.querySelector('.fold-title'), card.querySelector('.card-reply')];
    const way = card.querySelector('.card-way a')?.getAttribute('href') ?? '';
    const item = card.dataset['item'] as Item;
    return prompt && reply ? [[item, { item, prompt, reply, way }]] : [];
  });
  return new Map(all);
}
