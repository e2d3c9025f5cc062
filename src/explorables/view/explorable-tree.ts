import type { Element } from 'hast';
import type { Figure } from '../../figures/parts/figure.ts';
import { matters } from '../kit/control.ts';
import type { Explorable, Ledger, Prediction, Scene, View } from '../kit/explorable.ts';
import { setEquation } from '../kit/set-equation.ts';
import type { Position } from '../kit/state-link.ts';
import { controlTree } from './control-tree.ts';
import { h, rawHtml, withVariables } from './element.ts';
import { button, fieldPlaceholder, hiddenLegend, inputGroup } from './input-group.ts';
import { codeLines, ledgerRows, readoutElements, speedText, stepText } from './part-contents.ts';
import { action, type Card, part } from './part-names.ts';
import { questionTree } from './question-tree.ts';

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
  /** The caption of the lesson below it, as HTML. */
  readonly caption?: string;
}

/** The view of an explorable at its position, and the data of its parts. */
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
      'data-card': asked ? 'question' : 'controls',
      'data-asking': asked && '',
      'data-pictures': view.figures.length,
      'data-transport': shown.runs && '',
      role: 'group',
      'aria-labelledby': `explorable-${id}-title`,
    },
    h('p', { class: 'explorable-title', id: `explorable-${id}-title` }, title),
    pictures(shown),
    panel(shown),
    shown.runs && timeControls(shown),
    equation(view),
    h('div', { class: 'explorable-readouts', ...part('readouts') }, ...readoutElements(view.readouts)),
    h(
      'div',
      { class: 'explorable-words' },
      h('p', { class: 'explorable-sentence', ...part('sentence'), role: 'status' }, view.sentence),
      h('p', { class: 'explorable-note', ...part('note'), role: 'status' }, view.note),
    ),
    more(shown),
    inPage.caption !== undefined && h('div', { class: 'explorable-caption' }, rawHtml(inPage.caption)),
  );
}

/** The question and the controls, one of which is shown at a time; without a script, and on paper, both are. */
function panel(shown: Shown): Element {
  const { asked, id, typeset } = shown;
  return h(
    'div',
    { class: 'explorable-panel' },
    asked && inputGroup('panel-tabs', 'tabs', hiddenLegend('Shown here'), tab('question'), tab('controls')),
    h('div', { class: 'panel-cards' }, asked && questionTree(asked, { id, typeset }), controls(shown)),
  );
}

function tab(name: Card): Element {
  const text = { question: 'Question', controls: 'Controls' }[name];
  return h('button', { type: 'button', class: 'panel-tab', ...action(name), 'aria-pressed': 'false' }, text);
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
  // On a phone several stand side by side, and are scrolled to, with the keyboard as well.
  const region = view.figures.length > 1 ? { tabindex: 0, role: 'group', 'aria-label': 'Pictures' } : {};
  return h('div', { class: 'explorable-pictures', translate: 'no', ...part('pictures'), ...region }, ...drawn);
}

/** The transport of a run. */
function timeControls(shown: Shown): Element {
  const { explorable, scene, position } = shown;
  const { lastStep } = scene;
  const range = { type: 'range', min: 0, max: lastStep, step: 1, value: position.step, autocomplete: 'off' };
  const scrubber = h(
    'span',
    { class: 'time-scrubber' },
    h('label', {}, h('span', { class: 'visually-hidden' }, 'step'), h('input', { ...part('scrubber'), ...range })),
    h('span', { ...part('step'), 'aria-hidden': 'true' }, stepText(position.step, lastStep)),
  );
  const buttons = [button('play', 'Play'), button('back', 'Back'), button('step', 'Step')];
  return inputGroup(
    'explorable-time',
    'time',
    hiddenLegend('Steps'),
    ...buttons,
    scrubber,
    speedChoice(explorable.speed),
  );
}

function speedChoice(initial: number | undefined): Element {
  return h(
    'label',
    { class: 'time-speed' },
    h('span', { class: 'visually-hidden' }, 'Speed of Play, in steps a second'),
    fieldPlaceholder({ ...part('speed'), value: initial === undefined ? undefined : speedText(initial) }),
  );
}

function controls({ id, explorable, position: { state } }: Shown): Element {
  const all = Object.entries(explorable.controls).map(([key, control]) => {
    const setting = state[key] ?? control.initial;
    return controlTree({ id: `${id}-${key}`, name: key, control, setting, isIdle: !matters(control, state) });
  });
  return inputGroup('explorable-controls', 'controls', hiddenLegend('What you can change'), ...all);
}

/** One row: the table, the Python and what to keep. What is opened shows below it. */
function more(shown: Shown): Element {
  const { scene, view, position, example } = shown;
  const code = { class: 'code', translate: 'no', ...part('code'), tabindex: 0 };
  return h(
    'div',
    { class: 'explorable-more' },
    scene.ledger && fold('Table', ledgerTable(scene.ledger, shown)),
    fold('Python', h('pre', code, ...codeLines(scene.code(position.step), view.now))),
    h('a', { class: 'button', ...action('python'), href: `#example-${example}` }, 'See in Python'),
    inputGroup(
      'explorable-keep',
      'actions',
      hiddenLegend('Keep it, or start again'),
      button('reset', 'Reset'),
      button('link', 'Copy link'),
      button('svg', 'Save SVG'),
      button('png', 'Save PNG'),
    ),
    h('p', { class: 'explorable-said', ...part('said'), role: 'status' }),
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
