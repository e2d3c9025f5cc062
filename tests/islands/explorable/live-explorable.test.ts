import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { type Position, writeLink } from '../../../src/explorables/kit/state-link.ts';
import type { PartName } from '../../../src/explorables/view/part-names.ts';
import { prepareExplorable, quiet } from '../../../src/islands/explorable/live-explorable.ts';
import { cases, isWhole } from '../../depth.ts';
import { arbitraryState } from '../../explorables/arbitrary-state.ts';
import { cover, traitsOf } from '../../explorables/explorable-traits.ts';
import {
  address,
  allExplorables,
  builtHtml,
  enter,
  explorableOf,
  fire,
  nextFrame,
  putIntoPage,
  tab,
  usePages,
  visit,
  wantMotion,
  within,
} from './explorable-page.ts';

usePages();

const descent = explorableOf('descent-1d');
/** Those that are brought to any position: one of each kind, as the element has them, and all in a whole run. */
const moved = isWhole ? allExplorables : cover(allExplorables, (one) => traitsOf(one, one.initial));

/** An explorable in the page of a test, alive. */
async function open(explorable = descent, position: Position = explorable.initial): Promise<HTMLElement> {
  const root = putIntoPage(builtHtml(explorable, position));
  (await prepareExplorable(root))();
  return root;
}

/** The element that HTML describes, outside the page. */
function elementOf(html: string): HTMLElement {
  const holder = document.createElement('div');
  holder.innerHTML = html;
  return holder.firstElementChild as HTMLElement;
}

const part = (root: HTMLElement, name: PartName) => within(root, `[data-part=${name}]`);
const press = (root: HTMLElement, name: string) => {
  fire(within(root, `[data-do=${name}]`), 'click');
  nextFrame();
};
const slider = (root: HTMLElement, key: string) => within(root, `[data-control="${key}"] [type=range]`);
const settle = () => vi.advanceTimersByTime(quiet);
const linkTo = ({ id, controls }: typeof descent, position: Position) =>
  `${address.href}?${new URLSearchParams(writeLink({ id, controls }, position))}`;

/** The content of the parts of an explorable: an element or a text a line, without what is there for the hand only. */
function contents(root: HTMLElement): Record<string, string> {
  const names: readonly PartName[] = ['pictures', 'equation', 'readouts', 'note', 'sentence', 'step', 'rows', 'code'];
  return Object.fromEntries(names.map((name) => [name, linesOf(root.querySelector(`[data-part=${name}]`)).join('\n')]));
}

function linesOf(element: Element | null, depth = ''): string[] {
  return [...(element?.childNodes ?? [])].flatMap((node) => {
    // linkedom cuts a text at every `&`.
    if (node.previousSibling?.nodeType === node.TEXT_NODE && node.nodeType === node.TEXT_NODE) return [];
    if (node.nodeType !== node.ELEMENT_NODE) return [`${depth}${wholeText(node)}`];
    const child = node as HTMLElement;
    if (child.matches('.handle')) return [];
    const ofTheHand = child.matches('.readout') ? ['role', 'tabindex', 'aria-pressed'] : [];
    const attributes = [...child.attributes]
      .filter(({ name }) => !ofTheHand.includes(name))
      .map(({ name, value }) => `${name}="${value.replace(' takes-clicks', '')}"`);
    return [`${depth}<${child.localName} ${attributes.sort().join(' ')}>`, ...linesOf(child, `${depth} `)];
  });
}

function wholeText(node: Node | null): string {
  return node?.nodeType === 3 ? node.nodeValue + wholeText(node.nextSibling) : '';
}

/** The first line of each part in which two explorables differ. */
function differences(a: HTMLElement, b: HTMLElement): string[] {
  const [one, other] = [contents(a), contents(b)];
  return Object.entries(one).flatMap(([name, text]) => {
    const [lines, others] = [text.split('\n'), (other[name] ?? '').split('\n')];
    const at = Array.from({ length: Math.max(lines.length, others.length) }, (_, i) => i);
    const first = at.find((i) => lines[i] !== others[i]);
    return first === undefined ? [] : [`${name}: ${lines[first]} and not ${others[first]}`];
  });
}

describe('the browser’s view, compared with the HTML of the build', () => {
  it.each(allExplorables)('$id: is the same when the script comes', async (explorable) => {
    const root = await open(explorable);
    expect(differences(root, elementOf(builtHtml(explorable)))).toEqual([]);
    expect(root.querySelectorAll('fieldset.needs-script[disabled]')).toHaveLength(0);
  });

  it.each(moved)('$id: is the same at any position, once the question is answered', async (explorable) => {
    const anywhere = fc.tuple(arbitraryState(explorable.controls), fc.double({ min: 0, max: 1, noNaN: true }));
    await fc.assert(
      fc.asyncProperty(anywhere, async ([state, part]) => {
        const position = { state, step: Math.round(part * explorable.scene(state).lastStep) };
        visit(linkTo(explorable, position));
        const there = await open(explorable);
        settle();
        visit(address.href);
        tab.clear();
        const built = await open(explorable, position);
        const answer = built.querySelector<HTMLDetailsElement>('[data-part=answer]');
        if (answer) {
          answer.open = true;
          fire(answer, 'toggle');
        }
        nextFrame();
        settle();
        expect(differences(there, built)).toEqual([]);
      }),
      { numRuns: cases(1, 3) },
    );
  });
});

describe('a reader', () => {
  it('sets a control: picture and sentence come with the next frame; it is announced, and the table follows, when the changes rest', async () => {
    const root = await open();
    const before = contents(root);
    enter(slider(root, 'rate'), 3);
    expect(contents(root)).toEqual(before);
    nextFrame();
    const moving = contents(root);
    expect(moving['readouts']).not.toBe(before['readouts']);
    expect(moving['sentence']).not.toBe(before['sentence']);
    expect(part(root, 'sentence').getAttribute('aria-live')).toBe('off');
    expect(moving['code']).toBe(before['code']);
    const silent = part(root, 'sentence').firstChild;
    settle();
    expect(contents(root)['sentence']).toBe(moving['sentence']);
    // Inserted again in a live region, which is what a screen reader announces.
    expect(part(root, 'sentence').hasAttribute('aria-live')).toBe(false);
    expect(part(root, 'sentence').firstChild).not.toBe(silent);
    expect(contents(root)['code']).not.toBe(before['code']);
  });

  it.each(moved)(
    'drags $id: where things are is not asked for in a frame, and what need not be in it waits',
    async (one) => {
      const root = await open(one);
      settle();
      const asked = vi.fn(() => ({ left: 0, top: 0, width: 1, height: 1 }));
      vi.stubGlobal('getComputedStyle', asked);
      Object.assign(Object.getPrototypeOf(HTMLElement.prototype), { getBoundingClientRect: asked });
      const late = () => ({
        stored: Array.from({ length: tab.length }, (_, i) => tab.getItem(tab.key(i) ?? '')),
        aloud: [...root.querySelectorAll('.katex-mathml mrow')].map((row) => row.textContent),
        folds: (['rows', 'code'] as const).map((name) => root.querySelector(`[data-part=${name}]`)?.innerHTML),
      });
      const before = late();
      const sliders = [...root.querySelectorAll<HTMLInputElement>('.explorable-controls [type=range]')];
      for (const [i, input] of sliders.filter((each) => !each.closest('[disabled]')).entries()) {
        enter(input, Number(input.value) + 1 + i);
        nextFrame();
      }
      expect(late()).toEqual(before);
      settle();
      expect(late()).not.toEqual(before);
      expect(asked).not.toHaveBeenCalled();
    },
  );

  it('opens the table: it is up to date at once', async () => {
    const root = await open();
    press(root, 'step');
    const fold = within<HTMLDetailsElement>(root, 'details.explorable-fold');
    const before = part(root, 'rows').innerHTML;
    fold.open = true;
    fire(fold, 'toggle');
    expect(part(root, 'rows').innerHTML).not.toBe(before);
  });

  it('plays, pauses, steps and scrubs', async () => {
    const root = await open();
    part(root, 'speed').value = '5';
    const step = () => Number.parseInt(part(root, 'step').textContent ?? '', 10);
    const start = step();
    press(root, 'play');
    expect([step(), within(root, '[data-do=play]').textContent]).toEqual([start + 1, 'Pause']);
    vi.advanceTimersByTime(400);
    nextFrame();
    expect(step()).toBe(start + 3);
    press(root, 'play');
    expect(within(root, '[data-do=play]').textContent).toBe('Play');
    press(root, 'back');
    expect(step()).toBe(start + 2);
    press(root, 'step');
    expect(step()).toBe(start + 3);
    enter(part(root, 'scrubber'), 1);
    nextFrame();
    expect(step()).toBe(1);
    expect(part(root, 'scrubber').getAttribute('aria-valuetext')).toMatch(/^1 of \d+$/);
    fire(part(root, 'scrubber'), 'keydown', { key: 'ArrowRight', shiftKey: true });
    nextFrame();
    expect(step()).toBe(11);
  });

  it('makes a guess, checks it, and resets', async () => {
    const root = await open();
    const built = contents(root);
    press(root, 'check');
    expect(part(root, 'verdict').textContent).toMatch(/not made a guess/);
    enter(within(root, '[data-control=guess] [type=range]'), 4);
    nextFrame();
    press(root, 'check');
    expect(part(root, 'verdict').textContent).toMatch(/^(Right|Not quite)\. /);
    expect(within<HTMLDetailsElement>(root, '[data-part=answer]').open).toBe(true);
    expect(contents(root)).not.toEqual(built);
    press(root, 'reset');
    settle();
    expect(contents(root)).toEqual(built);
    expect(part(root, 'verdict').textContent).toBe('');
    expect(within<HTMLDetailsElement>(root, '[data-part=answer]').open).toBe(false);
  });

  it('is led back to the question from another state, with the guess enabled again', async () => {
    const root = await open();
    press(root, 'step');
    expect(root.dataset['card']).toBe('controls');
    expect(part(root, 'guess').disabled).toBe(true);
    press(root, 'question');
    expect(root.dataset['card']).toBe('question');
    expect(part(root, 'guess').disabled).toBe(false);
  });

  it('sees the answer beside the guess in the picture, both named, until the controls are shown', async () => {
    const root = await open();
    const told = vi.fn();
    document.addEventListener('explorable-answered', (event) => told((event as CustomEvent).detail));
    enter(within(root, '[data-control=guess] [type=range]'), 0);
    nextFrame();
    press(root, 'check');
    const marks = [...root.querySelectorAll('.answer-mark')];
    expect(marks.map((mark) => mark.textContent)).toEqual(['you', 'it is']);
    const places = () => marks.map((mark) => mark.getAttribute('style'));
    const [guess, begins] = places();
    expect(begins, 'the right one begins at the guess').toBe(guess);
    const way = [begins];
    for (let i = 0; i < 60; i++) {
      nextFrame();
      if (way.at(-1) !== places()[1]) way.push(places()[1]);
    }
    expect(way.length, 'places on the way').toBeGreaterThan(10);
    expect(places()[0]).toBe(guess);
    expect(told.mock.calls).toEqual([[{ id: 'descent-1d', right: false }]]);
    press(root, 'controls');
    expect(root.querySelectorAll('.answer-mark')).toHaveLength(0);
  });

  it.each(allExplorables)(
    'sees the answer of $id at once without motion, until another state is shown',
    async (one) => {
      wantMotion(false);
      const root = await open(one);
      const control = within(root, '[data-control=guess]');
      const [option, ...others] = [...control.querySelectorAll<HTMLInputElement>('[type=radio]')];
      const wrong = [option, ...others].find(
        (radio) => radio?.value === one.scene(one.initial.state).prediction?.guess.initial,
      );
      if (wrong) fire(Object.assign(wrong, { checked: true }), 'change');
      else if (control.querySelector('[type=range]')) enter(within(control, '[type=range]'), 0);
      else fire(within(control, '[data-move="1"]'), 'click');
      nextFrame();
      press(root, 'check');
      const places = () => [...root.querySelectorAll('.answer-mark')].map((mark) => mark.getAttribute('style'));
      const lines = () =>
        [...root.querySelectorAll('.answer-marks polyline')].map((line) => line.getAttribute('points'));
      const names = [...root.querySelectorAll('.answer-mark')].map((mark) => mark.textContent);
      expect(names.length).toBeGreaterThan(1);
      for (const name of names.filter((_, i) => i % 2 === 0)) expect(name).toMatch(/^you/);
      const shown = [places(), lines()];
      expect(JSON.stringify(shown)).not.toMatch(/NaN|undefined|null/);
      for (let i = 0; i < 5; i++) nextFrame();
      expect([places(), lines()]).toEqual(shown);
      const slider = [...root.querySelectorAll<HTMLInputElement>('.explorable-controls [type=range]')].find(
        (input) => !input.closest('[disabled]'),
      );
      if (slider === undefined) return;
      for (const edge of ['max', 'min']) enter(slider, slider.getAttribute(edge) ?? '');
      nextFrame();
      expect(places()).toEqual([]);
    },
  );

  it('copies a link, which restores the position', async () => {
    const copied: string[] = [];
    vi.stubGlobal('navigator', { clipboard: { writeText: async (text: string) => void copied.push(text) } });
    const root = await open();
    enter(slider(root, 'rate'), 3);
    press(root, 'step');
    settle();
    const left = contents(root);
    press(root, 'link');
    await vi.waitFor(() => expect(part(root, 'said').textContent).toBe('The link is copied.'));
    tab.clear();
    visit(copied[0] ?? '');
    const again = await open();
    settle();
    expect(contents(again)).toEqual(left);
  });

  it('gets a message if the browser refuses the clipboard: the link is in the address', async () => {
    vi.stubGlobal('navigator', { clipboard: { writeText: () => Promise.reject(new Error('no')) } });
    const root = await open();
    press(root, 'link');
    await vi.waitFor(() => expect(part(root, 'said').textContent).toMatch(/address bar/));
    expect(location.href).toContain('descent-1d.rate=');
  });

  it('finds in the same tab what was left, also if the page is closed before the changes rest', async () => {
    const root = await open();
    press(root, 'step');
    fire(document, 'pagehide');
    const left = part(root, 'step').textContent;
    expect(part(await open(), 'step').textContent).toBe(left);
  });

  it('gets a message about a link that cannot be read, and starts at the initial position', async () => {
    const built = contents(await open());
    visit(`${address.href}?descent-1d.rate=fast`);
    const root = await open();
    expect(part(root, 'said').textContent).toMatch(/^The link could not be read \(rate is “fast”/);
    expect(contents(root)).toEqual(built);
  });

  it('saves the picture as a file that needs nothing of the page', async () => {
    const root = await open();
    vi.stubGlobal('getComputedStyle', () => ({ getPropertyValue: () => ' red' }));
    vi.stubGlobal(
      'XMLSerializer',
      class {
        serializeToString = (element: Element) => element.outerHTML;
      },
    );
    const saved: string[][] = [];
    vi.spyOn(Object.getPrototypeOf(document.createElement('a')), 'click').mockImplementation(function (this: unknown) {
      const { href, download } = this as HTMLAnchorElement;
      // linkedom encodes once more what is encoded.
      saved.push([download, decodeURIComponent(decodeURIComponent(href))]);
    });
    press(root, 'svg');
    const [[name, file] = []] = saved;
    expect(name).toBe('descent-1d.svg');
    expect(file).toMatch(/^data:image\/svg\+xml/);
    expect(file).toContain(`<title>${descent.title}</title>`);
    expect(file).not.toMatch(/var\(--|aria-labelledby/);
  });

  it('opens the code of this state in the cell of the example', async () => {
    const root = await open();
    const proposed: string[] = [];
    const cell = Object.assign(document.createElement('python-cell'), {
      propose: (code: string) => proposed.push(code),
    });
    const example = document.createElement('div');
    example.id = `example-${descent.example}`;
    example.append(cell);
    document.body.append(example);
    vi.stubGlobal('history', { ...history, pushState: () => {} });
    const link = within<HTMLAnchorElement>(root, '[data-do=python]');
    Object.defineProperty(link, 'hash', { value: `#${example.id}` });
    enter(slider(root, 'rate'), 3);
    const event = fire(link, 'click');
    expect(event.defaultPrevented).toBe(true);
    expect(proposed).toHaveLength(1);
    nextFrame();
    settle();
    expect(`${proposed[0]}\n`).toBe(part(root, 'code').textContent);
  });
});
