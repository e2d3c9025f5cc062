import '../../styles/components/puzzle.css';
import { judgeLines, type LinesVerdict } from '../../exercises/judge-lines.ts';
import {
  assembleLines,
  type LinePuzzle,
  type PlacedLine,
  type PuzzleLine,
  shuffledLines,
} from '../../exercises/line-puzzle.ts';
import { announce } from '../dom/announce.ts';
import { makeButton } from '../dom/make-button.ts';
import { makeElement } from '../dom/make-element.ts';

interface Item {
  line: PuzzleLine;
  level: number;
  isUsed: boolean;
}

/** Misses after which the wrong lines are taken out, and those after which the indentation is given as well. */
const missesForFewer = 3;
const missesForIndent = 5;
const deepest = 6;

/** The page's ways of dealing with an arrangement of lines. */
export interface PuzzleHost {
  /** Whether a program is run after the solutions of earlier exercises. */
  readonly buildsOnOthers: () => boolean;
  /** Called when the lines are in an order that is right. */
  readonly solved: () => void;
  /** Runs a program against the check of the exercise; `undefined` where it could not be run. */
  readonly passes: (program: string) => Promise<boolean | undefined>;
}

/**
 * Lines of a solution to be put in order: those above the border are the answer, those below are left out. Enter takes a
 * line, the arrows move and indent it, Enter puts it down; buttons do the same, and a line can be dragged.
 */
export class LinePuzzlePane {
  readonly element: HTMLElement;
  readonly #puzzle: LinePuzzle;
  readonly #host: PuzzleHost;
  readonly #list = makeElement('ol', { className: 'puzzle-lines' });
  readonly #verdict = makeElement('p', { className: 'puzzle-verdict' });
  #items: Item[];
  #taken: Item | undefined;
  /** The line that Tab reaches; the arrows lead to the others. */
  #current: Item | undefined;
  #misses = 0;
  #isRunning = false;

  constructor(puzzle: LinePuzzle, host: PuzzleHost) {
    [this.#puzzle, this.#host] = [puzzle, host];
    this.#items = shuffledLines(puzzle).map((line) => ({ line, level: 0, isUsed: false }));
    const help =
      'Put the lines of the solution in order. Some do not belong: leave them below the border. With the keyboard: Enter takes a line and puts it down, the arrows move it and indent it.';
    const check = makeButton('Check the order', () => void this.#check(), { className: 'question-button' });
    this.element = makeElement(
      'div',
      { className: 'puzzle' },
      makeElement('p', {}, help),
      this.#list,
      ...givenAfter(puzzle),
      check,
      this.#verdict,
    );
    this.#list.addEventListener('keydown', (event) => this.#pressKey(event));
    this.#list.addEventListener('dragover', (event) => event.preventDefault());
    this.#list.addEventListener('drop', (event) => this.#drop(event));
    this.#render();
  }

  get #used(): Item[] {
    return this.#items.filter(({ isUsed }) => isUsed);
  }

  async #check(): Promise<void> {
    if (this.#isRunning) return;
    const placed = this.#used.map(({ line, level }): PlacedLine => ({ line, level }));
    const compared = judgeLines(this.#puzzle, placed);
    const verdict = compared.mayBeRight ? await this.#run(placed, compared) : compared;
    if (verdict.isRight) this.#host.solved();
    else this.#misses += 1;
    const eased = verdict.isRight ? '' : this.#ease();
    this.#render(this.#used[verdict.at ?? -1]);
    this.#say(`${verdict.words}${eased}`);
  }

  /** Another order than the solution's may be right as well: the check of the exercise tells. */
  async #run(placed: readonly PlacedLine[], compared: LinesVerdict): Promise<LinesVerdict> {
    this.#isRunning = true;
    const after = this.#host.buildsOnOthers() ? ', after the solutions of the exercises before it' : '';
    this.#say(`This is another order than the solution’s. It is run now${after}.`);
    const passes = await this.#host.passes(assembleLines(this.#puzzle, placed));
    this.#isRunning = false;
    if (passes) return { isRight: true, words: 'The solution has another order. Yours passes the check as well.' };
    const ran =
      passes === undefined ? 'It could not be run. Compared with the solution: ' : 'It does not pass the check. ';
    return { ...compared, words: `${ran}${compared.words}` };
  }

  /** Fewer lines, and then the indentation, for a reader who has missed several times. */
  #ease(): string {
    if (this.#misses === missesForFewer && this.#puzzle.wrong.length > 0) {
      this.#keepRightTwins();
      this.#items = this.#items.filter(({ line }) => line.reason === undefined);
      return ' The lines that do not belong have been taken out.';
    }
    if (this.#misses < missesForIndent) return '';
    for (const item of this.#items) item.level = item.line.level;
    return this.#misses === missesForIndent ? ' The indentation is given now.' : '';
  }

  /** Of two lines with the same text, the one in use becomes the one that belongs. */
  #keepRightTwins(): void {
    for (const item of this.#used.filter(({ line }) => line.reason !== undefined)) {
      const twin = this.#items.find(
        ({ line, isUsed }) => !isUsed && line.reason === undefined && line.code === item.line.code,
      );
      if (twin) [item.line, twin.line] = [twin.line, item.line];
    }
  }

  #say(words: string): void {
    this.#verdict.textContent = words;
    announce(words);
  }

  /** @param blamed the line that the verdict is about */
  #render(blamed?: Item): void {
    this.#items = [...this.#used, ...this.#items.filter(({ isUsed }) => !isUsed)];
    if (!this.#current || !this.#items.includes(this.#current)) this.#current = this.#items[0];
    const rows = this.#items.map((item) => this.#row(item, item === blamed));
    const border = makeElement('li', { className: 'puzzle-border', ariaHidden: 'true' }, 'left out');
    rows.splice(this.#used.length, 0, border);
    this.#list.replaceChildren(...rows);
  }

  #row(item: Item, isBlamed: boolean): HTMLLIElement {
    const code = makeElement('code', {}, item.line.code);
    const line = makeElement('span', { className: 'puzzle-line', role: 'button' }, code);
    line.tabIndex = item === this.#current ? 0 : -1;
    line.style.setProperty('--level', String(item.isUsed ? item.level : 0));
    line.ariaPressed = String(item === this.#taken);
    line.ariaLabel = `${item.line.code}. ${this.#placeOf(item)}`;
    const act = (name: string, label: string, move: () => void) =>
      makeButton(name, () => this.#act(item, move), {
        className: 'cell-button',
        ariaLabel: `${label}: ${item.line.code}`,
        // For a pointer: the keyboard has the arrows.
        tabIndex: -1,
      });
    const buttons = [
      act('↑', 'Up', () => this.#move(item, -1)),
      act('↓', 'Down', () => this.#move(item, 1)),
      act('←', 'Less indentation', () => this.#indent(item, -1)),
      act('→', 'More indentation', () => this.#indent(item, 1)),
    ];
    const row = makeElement('li', { className: 'puzzle-row', draggable: true }, line, ...buttons);
    row.classList.toggle('puzzle-blamed', isBlamed);
    row.addEventListener('dragstart', () => {
      this.#taken = item;
    });
    return row;
  }

  #placeOf(item: Item): string {
    const place = this.#used.indexOf(item) + 1;
    return place === 0 ? 'Left out.' : `Line ${place}, indentation ${item.level}.`;
  }

  #act(item: Item, move: () => void): void {
    move();
    this.#render();
    this.#focus(item);
    announce(this.#placeOf(item));
  }

  /** Over the border a line is used, or left out. */
  #move(item: Item, by: 1 | -1): void {
    const at = this.#items.indexOf(item);
    const used = this.#used.length;
    if (by < 0 && !item.isUsed && at === used) item.isUsed = true;
    else if (by > 0 && item.isUsed && at === used - 1) item.isUsed = false;
    else {
      const other = this.#items[at + by];
      if (!other) return;
      this.#items[at] = other;
      this.#items[at + by] = item;
    }
  }

  #indent(item: Item, by: 1 | -1): void {
    item.level = Math.min(deepest, Math.max(0, item.level + by));
  }

  #pressKey(event: KeyboardEvent): void {
    if (!(event.target instanceof HTMLElement) || !event.target.classList.contains('puzzle-line')) return;
    const rows = [...this.#list.querySelectorAll('.puzzle-line')];
    const item = this.#items[rows.indexOf(event.target)];
    if (!item) return;
    const moves: Readonly<Record<string, () => void>> = {
      ArrowUp: () => this.#move(item, -1),
      ArrowDown: () => this.#move(item, 1),
      ArrowLeft: () => this.#indent(item, -1),
      ArrowRight: () => this.#indent(item, 1),
    };
    const move = moves[event.key];
    if (event.key === 'Enter' || event.key === ' ') {
      this.#taken = this.#taken === item ? undefined : item;
      this.#render();
      this.#focus(item);
      announce(this.#taken ? 'Taken. The arrows move it.' : `Put down. ${this.#placeOf(item)}`);
    } else if (move && this.#taken === item) this.#act(item, move);
    else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      const next = this.#items[this.#items.indexOf(item) + (event.key === 'ArrowUp' ? -1 : 1)];
      if (next) this.#focus(next);
    } else return;
    event.preventDefault();
  }

  #focus(item: Item): void {
    this.#current = item;
    for (const [i, line] of this.#list.querySelectorAll<HTMLElement>('.puzzle-line').entries()) {
      line.tabIndex = this.#items[i] === item ? 0 : -1;
      if (this.#items[i] === item) line.focus();
    }
  }

  /** Above the border the line is used, in the place of the row on which it is dropped. */
  #drop(event: DragEvent): void {
    const item = this.#taken;
    this.#taken = undefined;
    if (!item || !(event.target instanceof Element)) return;
    event.preventDefault();
    const all = [...this.#list.children];
    const target = all.indexOf(event.target.closest('li') ?? all[0] ?? this.#list);
    const border = all.findIndex((row) => row.classList.contains('puzzle-border'));
    const before = this.#items[target < border ? target : target - 1];
    this.#items = this.#items.filter((one) => one !== item);
    item.isUsed = target <= border;
    const at = before && before !== item ? this.#items.indexOf(before) : this.#items.length;
    this.#items.splice(target === border ? this.#used.length : at, 0, item);
    this.#act(item, () => undefined);
  }
}

/** The rest of the solution, below the lines. */
function givenAfter({ given }: LinePuzzle): HTMLElement[] {
  if (given === '') return [];
  const code = makeElement('code', {}, given);
  return [
    makeElement('p', {}, 'After these lines the rest of the program runs:'),
    makeElement('pre', { className: 'puzzle-given' }, code),
  ];
}
