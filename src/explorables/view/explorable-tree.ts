import type { Element, ElementContent } from 'hast';
import type { Figure } from '../../figures/parts/figure.ts';
import { blankGuess } from '../kit/blank-guess.ts';
import { matters } from '../kit/control.ts';
import { type Explorable, type Ledger, type Prediction, type Scene, speeds, type View } from '../kit/explorable.ts';
import { setEquation } from '../kit/set-equation.ts';
import type { Position } from '../kit/state-link.ts';
import { controlTree } from './control-tree.ts';
import { h, rawHtml, withVariables } from './element.ts';
import { codeLines, ledgerRows, readoutElements, stepText } from './part-contents.ts';
import { type ActionName, action, part } from './part-names.ts';

/** An explorable as a page shows it. */
export interface InPage {
  /** Unique in the page. */
  readonly id: string;
  readonly explorable: Explorable;
  readonly position: Position;
  readonly title: string;
  /** The verified example that shows this state. */
  readonly example: string;
  /** The drawing of a figure, as SVG. */
  readonly draw: (figure: Figure) => string;
  /** Sets the quotes of a sentence, as the page has them. */
  readonly typeset: (sentence: string) => string;
  /** What the lesson says below it, as HTML. */
  readonly caption?: string;
}

/** What an explorable shows at its position, and all that its parts are made of. */
interface Shown extends InPage {
  readonly scene: Scene;
  readonly view: View;
  readonly asked: Prediction | undefined;
  /** Whether the rows of the table are the steps of a run. */
  readonly runs: boolean;
}

/**
 * An explorable, complete without any script: the picture of its state, the numbers, the table, the question with its
 * answer. In the browser `src/islands/explorable/show-parts.ts` keeps the parts that change up to date.
 */
export function explorableTree(inPage: InPage): Element {
  const { id, explorable, position, title } = inPage;
  const scene = explorable.scene(position.state);
  const asked = scene.prediction;
  const view = scene.view(position.step, asked && { guess: asked.guess.initial });
  const shown: Shown = { ...inPage, scene, asked, view, runs: explorable.speed !== undefined };
  return h(
    'calculus-explorable',
    {
      id: `explorable-${id}`,
      class: 'explorable',
      'data-name': explorable.id,
      'data-id': id,
      'data-initial': JSON.stringify(position),
      role: 'group',
      'aria-labelledby': `explorable-${id}-title`,
    },
    h('p', { class: 'explorable-title', id: `explorable-${id}-title` }, title),
    asked && askPanel(asked, shown),
    equation(view),
    pictures(shown),
    timeControls(shown),
    controls(shown),
    h('div', { class: 'explorable-readouts', ...part('readouts') }, ...readoutElements(view.readouts)),
    h('p', { class: 'explorable-sentence', ...part('sentence'), role: 'status' }, view.sentence),
    h('p', { class: 'explorable-note', ...part('note'), role: 'status' }, view.note),
    folds(shown),
    actions(shown),
    inPage.caption !== undefined && h('div', { class: 'explorable-caption' }, rawHtml(inPage.caption)),
  );
}

/** A group of inputs that do nothing before the script has come. */
function inputGroup(className: string, name: Parameters<typeof part>[0], ...children: readonly ElementContent[]) {
  return h('fieldset', { class: `${className} needs-script`.trim(), ...part(name), disabled: true }, ...children);
}

const hiddenLegend = (text: string) => h('legend', { class: 'visually-hidden' }, text);

function button(name: ActionName, text: string): Element {
  return h('button', { type: 'button', class: 'button', ...action(name) }, text);
}

function askPanel({ ask, guess, answer }: Prediction, { id, typeset }: Shown): Element {
  const control = controlTree({ id: `${id}-guess`, name: 'guess', control: guess, setting: blankGuess(guess) });
  return h(
    'div',
    { class: 'ask', ...part('ask') },
    h('p', { class: 'ask-question' }, h('span', { class: 'ask-kind' }, 'First, a guess.'), ` ${typeset(ask)}`),
    h(
      'div',
      { class: 'ask-turn' },
      inputGroup('ask-guess', 'guess', hiddenLegend('Your guess'), control, button('check', 'Check')),
      h(
        'div',
        { class: 'ask-elsewhere' },
        h('p', {}, 'The question is about another state than the one shown here.'),
        button('question', 'Go to the question'),
      ),
    ),
    h('p', { class: 'ask-verdict', ...part('verdict'), role: 'status' }),
    h(
      'details',
      { class: 'ask-answer', ...part('answer') },
      h('summary', {}, 'Show the answer'),
      h('p', {}, typeset(answer)),
    ),
  );
}

function equation(view: View): Element {
  const attributes = { class: 'explorable-equation', translate: 'no', ...part('equation') };
  const region = { tabindex: 0, role: 'group', 'aria-label': 'Formula' };
  return h('div', { ...attributes, ...region }, rawHtml(setEquation(view.equation)));
}

function pictures({ id, view, draw }: Shown): Element {
  const drawn = view.figures.map((figure) =>
    h(
      'div',
      { class: 'explorable-picture', 'data-figure': figure.name },
      rawHtml(draw({ ...figure, name: `${id}-${figure.name}` })),
    ),
  );
  return h('div', { class: 'explorable-pictures', translate: 'no', ...part('pictures') }, ...drawn);
}

function timeControls(shown: Shown): Element {
  const transport = shown.runs ? [scrubber(shown), ...runButtons, speedChoice(shown.explorable.speed)] : [];
  const legend = hiddenLegend(shown.runs ? 'Steps' : 'Start again');
  return inputGroup('explorable-time', 'time', legend, ...transport, button('reset', 'Reset'));
}

function scrubber({ scene: { lastStep }, position: { step } }: Shown): Element {
  const range = { type: 'range', min: 0, max: lastStep, step: 1, value: step, autocomplete: 'off' };
  return h(
    'label',
    { class: 'time-scrubber' },
    h('span', {}, 'step'),
    h('input', { ...part('scrubber'), ...range }),
    h('output', part('step'), stepText(step, lastStep)),
  );
}

const runButtons = [button('back', 'Back'), button('step', 'Step'), button('play', 'Play')];

function speedChoice(initial: number | undefined): Element {
  const options = speeds.map((speed) =>
    h('option', { value: speed, selected: speed === initial }, `${speed} a second`),
  );
  return h(
    'label',
    { class: 'time-speed' },
    h('span', { class: 'visually-hidden' }, 'Speed of Play'),
    h('select', { ...part('speed'), autocomplete: 'off' }, ...options),
  );
}

function controls({ id, explorable, position: { state } }: Shown): Element {
  const all = Object.entries(explorable.controls).map(([key, control]) => {
    const setting = state[key] ?? control.initial;
    return controlTree({ id: `${id}-${key}`, name: key, control, setting, isIdle: !matters(control, state) });
  });
  return inputGroup('explorable-controls', 'controls', hiddenLegend('What you can change'), ...all);
}

function folds(shown: Shown): Element {
  const { scene, view, position } = shown;
  const code = { class: 'code', translate: 'no', ...part('code'), tabindex: 0 };
  return h(
    'div',
    { class: 'explorable-folds' },
    scene.ledger && fold('The numbers as a table', ledgerTable(scene.ledger, shown)),
    fold('The same in Python', h('pre', code, ...codeLines(scene.code(position.step), view.now))),
  );
}

function fold(summary: string, content: Element): Element {
  return h('details', { class: 'explorable-fold' }, h('summary', {}, summary), content);
}

function ledgerTable(ledger: Ledger, { runs, position }: Shown): Element {
  const { caption, columns } = ledger;
  const heads = columns.map(({ label, term }) => h('th', { scope: 'col', 'data-term': term }, ...withVariables(label)));
  return h(
    'div',
    { class: 'table', tabindex: 0, role: 'group', 'aria-label': caption },
    h(
      'table',
      {
        ...part('ledger'),
        class: 'ledger',
        'data-runs': runs ? 'true' : undefined,
        'aria-rowcount': ledger.length + 1,
      },
      h('caption', { class: 'visually-hidden' }, caption),
      h('thead', {}, h('tr', {}, ...heads)),
      h('tbody', { translate: 'no', ...part('rows') }, ...ledgerRows(ledger, runs ? position.step : undefined)),
    ),
  );
}

function actions({ example }: Shown): Element {
  return h(
    'div',
    { class: 'explorable-actions' },
    h('a', { class: 'button', ...action('python'), href: `#example-${example}` }, 'See in Python'),
    inputGroup(
      '',
      'actions',
      hiddenLegend('Keep it'),
      button('link', 'Copy link'),
      button('svg', 'Save SVG'),
      button('png', 'Save PNG'),
    ),
    h('p', { class: 'explorable-said', ...part('said'), role: 'status' }),
  );
}
