import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { explorables } from '../../src/explorables/explorables.ts';
import { matters, type Setting, type State } from '../../src/explorables/kit/control.ts';
import type { CodeLine, Prediction, Scene, View } from '../../src/explorables/kit/explorable.ts';
import { guessMarks } from '../../src/explorables/kit/guess-marks.ts';
import { placeHandle } from '../../src/explorables/kit/move-handle.ts';
import { setEquation } from '../../src/explorables/kit/set-equation.ts';
import { readLink, writeLink } from '../../src/explorables/kit/state-link.ts';
import { termsOf } from '../../src/explorables/kit/term.ts';
import { figureFrame } from '../../src/figures/parts/figure-frame.ts';
import { findLessons } from '../../src/verify/files/find-lessons.ts';
import { readLesson } from '../../src/verify/read/read-lesson.ts';
import { cases } from '../depth.ts';
import { render, textBoxes } from '../figures/render.ts';
import { arbitrarySetting, arbitraryState } from './arbitrary-state.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const all = await Promise.all(
  Object.entries(explorables).map(async ([name, load]) => ({ name, explorable: await load() })),
);

/** Texts that no number or sentence may contain. */
const nonsense = /nan|undefined|null|infinity|\[object/i;
/** How many states of each explorable are tried; drawing one takes some hundredths of a second. */
const numRuns = cases(4, 60);

function raise(): never {
  throw new Error('every explorable asks for a prediction at first');
}

const textOf = (code: readonly CodeLine[]) =>
  code.map((line) => (typeof line === 'string' ? line : line[0])).join('\n');

const lessons = findLessons(['content'], root).map(({ file }) => {
  const text = readFileSync(join(root, file), 'utf8');
  return { file, text, examples: readLesson(file, text).extracted.examples };
});

describe.each(all)('$name', ({ name, explorable }) => {
  const { controls, initial } = explorable;
  const states = arbitraryState(controls);
  const first = explorable.scene(initial.state);
  /** Every state, at its first, its last and any other step, with its question open and answered. */
  const shown = fc.record({ state: states, part: fc.double({ min: 0, max: 1, noNaN: true }), asks: fc.boolean() });
  const viewOf = (scene: Scene, part: number, asks: boolean): View =>
    scene.view(
      Math.round(part * scene.lastStep),
      asks && scene.prediction ? { guess: scene.prediction.guess.initial } : undefined,
    );

  it('is listed by its own name, and is in a lesson together with its example', () => {
    expect(explorable.id).toBe(name);
    expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    const pages = lessons.filter(({ text }) => text.includes(`<Explorable name="${name}"`));
    expect(pages.length).toBeGreaterThan(0);
    expect(pages.some(({ examples }) => examples.some(({ id }) => id === explorable.example))).toBe(true);
  });

  it('shows at first the results of its verified example', () => {
    const example = lessons.flatMap(({ examples }) => examples).find(({ id }) => id === explorable.example);
    expect(textOf(first.code(initial.step))).toBe(example?.code.text.trimEnd());
  });

  // One property and not three: to run the model of a state takes longer than to look at what it says.
  it('has words, a ledger and a question for every state, without nonsense', () => {
    fc.assert(
      fc.property(shown, ({ state, part, asks }) => {
        const scene = explorable.scene(state);
        requireWords(viewOf(scene, part, asks));
        requireLedger(scene, part);
        if (scene.prediction) expect([scene.prediction.ask, scene.prediction.answer].join(' ')).not.toMatch(nonsense);
      }),
      { numRuns: numRuns * 4 },
    );
  });

  function requireWords(view: View) {
    const words = [view.sentence, view.note ?? '', view.equation, ...view.readouts.map(({ value }) => value)];
    for (const text of words) expect(text).not.toMatch(nonsense);
    expect(view.sentence).toMatch(/^[A-Z].+\.$/);
    expect(view.readouts.length).toBeGreaterThan(0);
    for (const { value } of view.readouts) expect(value.trim()).not.toBe('');
    expect(setEquation(view.equation)).toContain('katex');
  }

  function requireLedger({ ledger, lastStep }: Scene, part: number) {
    if (ledger === undefined) return;
    if (explorable.speed !== undefined) expect(ledger.length).toBe(lastStep + 1);
    const row = ledger.row(Math.round(part * (ledger.length - 1)));
    expect(row.length).toBe(ledger.columns.length);
    for (const cell of row) expect(cell).toMatch(/\S/);
    expect(row.join(' ')).not.toMatch(nonsense);
  }

  it('draws every state: real numbers only, an empty picture only with a note, and each term of the equation', () => {
    fc.assert(
      fc.property(shown, ({ state, part, asks }) => {
        const view = viewOf(explorable.scene(state), part, asks);
        expect(new Set(view.figures.map((figure) => figure.name)).size).toBe(view.figures.length);
        const named = view.readouts.map(({ term }) => term);
        for (const figure of view.figures) {
          const svg = render(figure);
          for (const mark of svg.querySelectorAll('[data-term]')) named.push(mark.getAttribute('data-term') ?? '');
          expect(svg.outerHTML).not.toMatch(/NaN|undefined|Infinity|null/);
          const moving = svg.querySelectorAll('.figure-moving :is(path, circle, line, rect)');
          if (figure.ground && moving.length === 0) expect(view.note ?? '').not.toBe('');
          expect(
            svg.querySelectorAll('.figure-moving *').length,
            'elements that are drawn again each frame',
          ).toBeLessThan(400);
        }
        for (const term of termsOf(view.equation)) expect(named).toContain(term);
      }),
      { numRuns },
    );
  });

  it('has no control without an effect, except those marked as such', () => {
    /** Everything that is said of a state, at its first and its last step. */
    const said = (state: State) => {
      const scene = explorable.scene(state);
      return [0, scene.lastStep].map((step) => {
        const { sentence, equation, readouts } = scene.view(step);
        return [sentence, equation, readouts, scene.code(step)];
      });
    };
    const choices = Object.entries(controls).flatMap(([key, control]): State[] => {
      if (control.kind === 'choice') return Object.keys(control.options).map((option) => ({ [key]: option }));
      return control.kind === 'toggle' ? [{ [key]: true }, { [key]: false }] : [];
    });
    for (const choice of [{}, ...choices]) {
      const state = { ...initial.state, ...choice };
      for (const [key, control] of Object.entries(controls)) {
        const settings = fc.sample(arbitrarySetting(control), { numRuns: 8, seed: 1 });
        const different = new Set(settings.map((setting) => JSON.stringify(said({ ...state, [key]: setting }))));
        expect(different.size > 1, `${key} in ${JSON.stringify(state)}`).toBe(matters(control, state));
      }
    }
  });

  it('has in its first picture a mark for every term', () => {
    const view = first.view(initial.step);
    const marks = view.figures.flatMap((figure) => [...render(figure).querySelectorAll('.figure-moving [data-term]')]);
    expect(marks.map((mark) => mark.getAttribute('data-term'))).toEqual(expect.arrayContaining(termsOf(view.equation)));
  });

  it('keeps its words inside the picture at first', () => {
    for (const figure of first.view(initial.step).figures) {
      const outside = textBoxes(render(figure)).filter(
        ({ left, right, top, bottom }) => left < 0 || right > figure.width || top < 0 || bottom > figure.height,
      );
      expect(outside).toEqual([]);
    }
  });

  it('has handles that set a control, wherever they are put', () => {
    fc.assert(
      fc.property(shown, fc.double({ min: 0, max: 1, noNaN: true }), ({ state, part, asks }, across) => {
        const view = viewOf(explorable.scene(state), part, asks);
        for (const handle of view.handles ?? []) {
          const control = controls[handle.control];
          const figure = view.figures.find((one) => one.name === (handle.figure ?? view.figures[0]?.name));
          if (control === undefined || figure === undefined) throw new Error(`a handle sets ${handle.control}`);
          const frame = figureFrame(figure);
          expect(frame.toDrawing(handle.at).every(Number.isFinite)).toBe(true);
          const place = frame.fromDrawing(frame.within([across * figure.width, across * figure.height]));
          const setting = placeHandle({ handle, control, setting: state[handle.control] ?? control.initial }, place);
          const link = writeLink(explorable, { state: { ...state, [handle.control]: setting }, step: 0 });
          expect(readLink(explorable, link).kind).toBe('read');
        }
      }),
      { numRuns },
    );
  });

  it('comes back from its own link, and from no broken one', () => {
    fc.assert(
      fc.property(states, fc.nat(1000), (state, step) => {
        const link = new URLSearchParams(writeLink(explorable, { state, step })).toString();
        expect(readLink(explorable, new URLSearchParams(link))).toEqual({
          kind: 'read',
          position: { state, step },
        });
      }),
      { numRuns: 200 },
    );
    expect(readLink(explorable, [])).toEqual({ kind: 'absent' });
    for (const key of [...Object.keys(controls), 'step', 'nothing']) {
      expect(readLink(explorable, [[`${name}.${key}`, '~']])).toMatchObject({ kind: 'broken' });
    }
  });

  it('asks for a prediction, judges every guess, and gives the reason', () => {
    const { prediction } = first;
    if (prediction === undefined) throw new Error(`${name} asks for no prediction`);
    expect(prediction.ask).toMatch(/[?.]$/);
    expect(prediction.answer).toMatch(/[.] .+\.$/s);
    expect([prediction.ask, prediction.answer].join(' ')).not.toMatch(nonsense);
    const verdicts = fc.sample(arbitrarySetting(prediction.guess), 500).map((guess) => prediction.judge(guess));
    expect(new Set(verdicts.map(({ right }) => right)), 'some guesses are right and some are wrong').toEqual(
      new Set([true, false]),
    );
    for (const { says } of verdicts) expect(says).toMatch(/\S.*\.$/);
    expect(
      prediction.judge(prediction.guess.initial).right,
      'the guess that is there at first gives nothing away',
    ).toBe(false);
  });

  it('answers every guess in the picture, in every state: with as many marks as the right one', () => {
    fc.assert(
      fc.property(states, arbitrarySetting(first.prediction?.guess ?? raise()), (state, setting) => {
        const { prediction } = explorable.scene(state);
        if (prediction === undefined) return;
        const { setting: truth } = prediction.truth;
        expect(prediction.judge(truth).right, `the guess ${truth}, which is shown as the right one`).toBe(true);
        const [right, marks] = [truth, setting].map((guess) => drawnMarks(prediction, guess, state));
        expect(marks?.map(({ places }) => places.length > 0)).toEqual(right?.map(() => true));
        expect([...(right ?? []), ...(marks ?? [])].flatMap(({ places }) => places.flat()).every(Number.isFinite)).toBe(
          true,
        );
      }),
      { numRuns },
    );
  });

  it('shows at first the right guess inside of its picture, and a wrong one elsewhere', () => {
    const { prediction } = first;
    if (prediction === undefined) throw new Error(`${name} asks for no prediction`);
    const right = drawnMarks(prediction, prediction.truth.setting, initial.state);
    expect(right.length).toBeGreaterThan(0);
    for (const { picture, places } of right) {
      for (const place of places) {
        const within = figureFrame(picture).within(place);
        expect(Math.hypot(within[0] - place[0], within[1] - place[1]), 'outside of the picture').toBeLessThan(1e-6);
      }
    }
    for (const setting of fc.sample(arbitrarySetting(prediction.guess), { numRuns: 30, seed: 1 })) {
      if (prediction.judge(setting).right) continue;
      const wrong = drawnMarks(prediction, setting, initial.state);
      expect(
        wrong.map(({ places }) => places),
        `of the guess ${JSON.stringify(setting)}`,
      ).not.toEqual(right.map(({ places }) => places));
    }
  });

  /** The marks of a guess in units of the drawings. */
  function drawnMarks(prediction: Prediction, guess: Setting, state: State) {
    const { step = initial.step, state: after } = prediction.reveal;
    const { lastStep, view } = explorable.scene({ ...state, ...after });
    const { figures } = view(Math.min(step, lastStep));
    return guessMarks(prediction, guess).map(({ figure: inFigure, at: places }) => {
      const picture = figures.find((one) => one.name === (inFigure ?? figures[0]?.name));
      if (picture === undefined) throw new Error(`no picture ${inFigure}`);
      return { picture, places: places.map((place) => figureFrame(picture).toDrawing(place)) };
    });
  }
});

test('each name is the one that a lesson writes, and unique', () => {
  expect(new Set(all.map(({ explorable }) => explorable.title)).size).toBe(all.length);
});
