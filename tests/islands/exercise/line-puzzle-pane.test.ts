import { parseHTML } from 'linkedom';
import { beforeAll, expect, it, vi } from 'vitest';
import { at } from '../../../src/core/at.ts';
import type { PuzzleHost } from '../../../src/islands/exercise/line-puzzle-pane.ts';

const page = parseHTML('<!doctype html><html><body></body></html>');
let LinePuzzlePane: typeof import('../../../src/islands/exercise/line-puzzle-pane.ts').LinePuzzlePane;

beforeAll(async () => {
  for (const name of ['document', 'HTMLElement', 'Element', 'Event'] as const) vi.stubGlobal(name, page[name]);
  ({ LinePuzzlePane } = await import('../../../src/islands/exercise/line-puzzle-pane.ts'));
});

/** A puzzle of two lines and a wrong one. */
function open(own: Partial<PuzzleHost> = {}, wrongCode = 'return f'): HTMLElement {
  const puzzle = {
    lines: [
      { code: 'def f(x):', level: 0 },
      { code: 'return x', level: 1 },
    ],
    wrong: [{ code: wrongCode, level: 1, reason: 'It returns itself.' }],
    given: 'f(2)\n',
  };
  const host = { buildsOnOthers: () => false, solved: () => {}, passes: async () => undefined, ...own };
  const { element } = new LinePuzzlePane(puzzle, host);
  page.document.body.replaceChildren(element);
  return element;
}

const lines = (root: HTMLElement) => [...root.querySelectorAll<HTMLElement>('.puzzle-line')];
/** What Tab reaches among the lines and their buttons: the text of each. */
const stops = (root: HTMLElement) =>
  [...root.querySelectorAll<HTMLElement>('.puzzle-lines :is(.puzzle-line, button)')]
    .filter((one) => one.getAttribute('tabindex') !== '-1')
    .map((one) => one.textContent);

function press(line: HTMLElement, key: string): void {
  const event = Object.assign(new page.Event('keydown', { bubbles: true, cancelable: true }), { key });
  line.dispatchEvent(event);
}

it('is one stop for Tab, from which the arrows lead to each line', () => {
  const root = open();
  const order = lines(root).map((line) => line.textContent);
  expect(stops(root)).toEqual([order[0]]);
  press(at(lines(root), 0), 'ArrowDown');
  expect(stops(root)).toEqual([order[1]]);
  press(at(lines(root), 1), 'ArrowDown');
  press(at(lines(root), 2), 'ArrowDown');
  expect(stops(root)).toEqual([order[2]]);
  press(at(lines(root), 2), 'ArrowUp');
  expect(stops(root)).toEqual([order[1]]);
});

it('keeps that stop on the line that is taken and moved, and on the first when its line is taken out', () => {
  const root = open();
  const last = at(lines(root), 2);
  const { textContent } = last;
  press(at(lines(root), 1), 'ArrowDown');
  press(at(lines(root), 2), 'Enter');
  press(at(lines(root), 2), 'ArrowUp');
  expect(stops(root)).toEqual([textContent]);
  for (let time = 0; time < 3; time++) [...root.querySelectorAll('button')].at(-1)?.click();
  expect(lines(root)).toHaveLength(2);
  expect(stops(root)).toHaveLength(1);
});

it.each([0, 1])('keeps a line in use when another with the same text is taken out: number %i of the two', (number) => {
  const root = open({}, 'return x');
  const twins = lines(root).flatMap((line, i) => (line.textContent === 'return x' ? [i] : []));
  const current = () => lines(root).find((line) => line.getAttribute('tabindex') === '0') as HTMLElement;
  const down = Array.from({ length: at(twins, number) }, () => 'ArrowDown');
  for (const key of [...down, 'Enter', 'ArrowUp', 'ArrowUp', 'ArrowUp', 'Enter']) press(current(), key);
  const used = () => [...root.querySelectorAll('.puzzle-lines > li')].findIndex((one) => one.matches('.puzzle-border'));
  expect(used()).toBe(1);
  for (let time = 0; time < 3; time++) [...root.querySelectorAll('button')].at(-1)?.click();
  expect(lines(root).map((line) => line.textContent)).toEqual(['return x', 'def f(x):']);
  expect(used()).toBe(1);
});

/** Puts the two lines of the solution into use, the last one first, and asks for the verdict. */
async function checkTurnedRound(passes: boolean | undefined) {
  const [solved, run] = [vi.fn(), vi.fn(async () => passes)];
  const root = open({ solved, passes: run });
  for (const code of ['def f(x):', 'return x']) {
    const line = () => lines(root).find((one) => one.textContent === code);
    line()?.focus();
    for (const key of ['Enter', 'ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowUp', 'Enter']) press(line() as HTMLElement, key);
  }
  [...root.querySelectorAll('button')].at(-1)?.click();
  await vi.waitFor(() => expect(root.querySelector('.puzzle-verdict')?.textContent).not.toMatch(/^$|run now/));
  return { solved, run, words: root.querySelector('.puzzle-verdict')?.textContent };
}

it('accepts another order if the check of the exercise passes with it', async () => {
  const { solved, run, words } = await checkTurnedRound(true);
  expect(run).toHaveBeenCalledExactlyOnceWith('return x\ndef f(x):\nf(2)\n');
  expect(solved).toHaveBeenCalledOnce();
  expect(words).toBe('The solution has another order. Yours passes the check as well.');
});

it.each([
  [false, 'It does not pass the check. Line 1 of the solution is another one.'],
  [undefined, 'It could not be run. Compared with the solution: Line 1 of the solution is another one.'],
])('says that another order is not right, or could not be run: %s', async (passes, said) => {
  const { solved, words } = await checkTurnedRound(passes);
  expect(solved).not.toHaveBeenCalled();
  expect(words).toBe(said);
});
