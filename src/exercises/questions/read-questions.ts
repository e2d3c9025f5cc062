import type { Parent, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { Diagnostic } from '../../core/diagnostic.ts';
import { didYouMean } from '../../core/nearest-word.ts';
import type { Place } from '../../core/place.ts';
import type { Example } from '../../examples/example.ts';
import { isName } from '../../examples/front-matter.ts';
import { attributeOf, type Element, isElement } from '../../examples/lesson-elements.ts';
import { positionOf } from '../../examples/position-of.ts';
import { checkCard } from './check-card.ts';
import { checkChoices, labelOf } from './check-choices.ts';
import { checkKind } from './check-kind.ts';
import { isQuestionKind, type Prediction, type Question, questionKinds } from './question.ts';
import type { ReportAt } from './report-at.ts';

/** The predictions and the questions of a lesson, and what is wrong with them. */
export interface ReadQuestions {
  readonly predictions: readonly Prediction[];
  /** Without those that have no name, which do not return. */
  readonly questions: readonly Question[];
  /** Explorables that name objectives. */
  readonly handles: readonly { readonly objectives: readonly string[] }[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The examples and objectives to which predictions and questions refer. */
export interface LessonNames {
  readonly file: string;
  readonly examples: readonly Example[];
  /** Names of the lesson's objectives; `undefined` when its front matter cannot be read. */
  readonly objectives: readonly string[] | undefined;
}

/** The components into which others belong; those with none, or with an empty name, stand in the page itself. */
const within: Readonly<Record<string, readonly string[]>> = {
  Choice: ['Predict', 'Question'],
  Answer: ['Question'],
  Card: ['Question'],
  Question: ['Checkpoint'],
  Hint: ['Exercise'],
  Solution: ['Exercise'],
  Mistake: ['Exercise'],
  Remark: ['Exercise'],
  Survivor: ['Exercise'],
  Found: ['Mistake', 'Remark'],
  Opening: [],
  Checkpoint: [],
  Exercise: [],
  Predict: [],
  // A fold or an answer has no room for one.
  Explorable: ['', 'Opening'],
};

/** Reads the `<Predict>` and `<Question>` elements of a parsed lesson, and the objectives of its `<Explorable>` elements. Attributes that are missing are not reported here. */
export function readQuestions(tree: Root, lesson: LessonNames): ReadQuestions {
  const reader = new Reader(lesson);
  reader.read(tree, undefined);
  return reader;
}

class Reader implements ReadQuestions {
  readonly predictions: Prediction[] = [];
  readonly questions: Question[] = [];
  readonly handles: { readonly objectives: readonly string[] }[] = [];
  readonly diagnostics: Diagnostic[] = [];
  readonly #lesson: LessonNames;
  readonly #names = new Map<string, Place>();

  constructor(lesson: LessonNames) {
    this.#lesson = lesson;
  }

  read(node: Parent, parent: string | undefined): void {
    for (const child of node.children) {
      if (isElement(child)) {
        this.#checkParent(child, parent);
        if (child.name === 'Predict') this.#readPrediction(child);
        if (child.name === 'Question') this.#readQuestion(child);
        if (child.name === 'Explorable') this.#readExplorable(child);
      }
      if ('children' in child) this.read(child, isElement(child) ? (child.name ?? parent) : parent);
    }
  }

  readonly #report: ReportAt = (at, message, hint) => {
    this.diagnostics.push({ rule: 'element/question', place: this.#placeOf(at), message, hint });
  };

  #placeOf(element: Element): Place {
    const { line, column } = positionOf(element).start;
    return { file: this.#lesson.file, line, column };
  }

  #checkParent(element: Element, parent: string | undefined): void {
    const parents = within[element.name ?? ''];
    const isOnPage = parents && (parents.length === 0 || parents[0] === '');
    if (!parents || (parent === undefined ? isOnPage : parents.includes(parent))) return;
    if (isOnPage) {
      const but = parents.slice(1).map((name) => ` but \`<${name}>\``);
      const message = `\`<${element.name}>\` stands in no other component${but}.`;
      this.#report(element, message, `Move it out of the \`<${parent}>\`.`);
      return;
    }
    const names = parents.map((name) => `\`<${name}>\``).join(' or ');
    this.#report(element, `\`<${element.name}>\` belongs directly into ${names}.`, `Move it into ${names}.`);
  }

  #readPrediction(element: Element): void {
    const [name, of, objectives] = ['name', 'of', 'objectives'].map((key) => attributeOf(element, key));
    if (name === undefined || of === undefined || objectives === undefined) return;
    this.#checkName(element, name);
    const named = this.#readObjectives(element, objectives, undefined);
    this.predictions.push({ name, of, objectives: named, place: this.#placeOf(element) });
    const { right } = checkChoices(element, { needsLabel: true, leastWrong: 1 }, this.#report);
    const example = this.#checkExample(element, of);
    if (right && example) this.#checkFreshness(right, example);
  }

  #readExplorable(element: Element): void {
    const objectives = attributeOf(element, 'objectives');
    if (objectives !== undefined)
      this.handles.push({ objectives: this.#readObjectives(element, objectives, undefined) });
  }

  /** The example must come later: what the reader has seen cannot be predicted. */
  #checkExample(element: Element, of: string): Example | undefined {
    const { examples } = this.#lesson;
    const example = examples.find(({ id }) => id === of);
    if (!example) {
      const near = didYouMean(
        of,
        examples.map(({ id }) => id),
      );
      this.#report(element, `There is no example \`${of}\` in this lesson.${near}`, 'Name the example that follows.');
    } else if (example.code.span.start < positionOf(element).start.offset) {
      const message = `The example \`${of}\` comes before the prediction, in line ${example.code.place.line}.`;
      this.#report(element, message, 'Put the `<Predict>` before its example.');
    } else if (example.options.illustrative !== undefined) {
      const message = `The example \`${of}\` never runs, so its output cannot be predicted.`;
      this.#report(element, message, 'Name an example that runs.');
    } else return example;
    return undefined;
  }

  /** A number in the right choice that is neither in the output nor a `<Value>` would go stale unnoticed. */
  #checkFreshness(right: Element, { id, output }: Example): void {
    const label = labelOf(right);
    if (!label) return;
    const known = new Set(numbersIn(output?.text ?? ''));
    for (const number of numbersIn(textWithoutValues(label))) {
      if (known.has(number)) continue;
      const message = `The right choice says ${number}, which is not in the output of \`${id}\`.`;
      this.#report(right, message, `Write \`<Value of="${id}" expr="…">${number}</Value>\`, so that it is verified.`);
    }
  }

  #readQuestion(element: Element): void {
    const kind = attributeOf(element, 'kind');
    if (kind === undefined) {
      this.#checkUnnamed(element);
      return;
    }
    const [name, objectives] = ['name', 'objectives'].map((key) => attributeOf(element, key));
    if (!isQuestionKind(kind)) {
      const near = didYouMean(kind, Object.keys(questionKinds));
      const kinds = Object.entries(questionKinds).map(([word, how]) => `\`${word}\` (answered ${how})`);
      this.#report(element, `There is no kind of question \`${kind}\`.${near}`, `The kinds are ${kinds.join(', ')}.`);
      return;
    }
    if (name === undefined || objectives === undefined) {
      const missing = name === undefined ? 'name' : 'objectives';
      const hint = `Write \`<Question kind="${kind}" name="…" objectives="…">\`.`;
      this.#report(element, `\`<Question kind="${kind}">\` lacks \`${missing}\`.`, hint);
      return;
    }
    if (attributeOf(element, 'ask') !== undefined) {
      this.#report(
        element,
        'A question with a `kind` takes no `ask`.',
        'Write the question as the first paragraph inside.',
      );
    }
    this.#checkName(element, name);
    const from = attributeOf(element, 'from');
    const named = this.#readObjectives(element, objectives, from);
    this.questions.push({ name, kind, objectives: named, from, place: this.#placeOf(element) });
    checkKind(element, kind, this.#report);
    checkCard(element, this.#report);
  }

  /** A question without a kind is a fold: it is asked in the lesson and does not return. */
  #checkUnnamed(element: Element): void {
    const hint = 'Write `<Question kind="choose" name="…" objectives="…">`.';
    if (attributeOf(element, 'ask') === undefined) {
      this.#report(element, '`<Question>` has neither `kind` nor `ask`.', hint);
      return;
    }
    const extra = ['name', 'objectives', 'from'].find((key) => attributeOf(element, key) !== undefined);
    if (extra !== undefined) this.#report(element, `A question with \`${extra}\` needs a \`kind\`.`, hint);
  }

  #checkName(element: Element, name: string): void {
    if (!isName(name)) {
      const hint = 'Write lower-case words joined by hyphens: `name="step-too-small"`.';
      this.#report(element, `\`${name}\` is not a name.`, hint);
      return;
    }
    const first = this.#names.get(name);
    if (!first) {
      this.#names.set(name, this.#placeOf(element));
      return;
    }
    const message = `The name \`${name}\` is taken in line ${first.line}.`;
    this.#report(element, message, 'Give each prediction and each question a name of its own.');
  }

  #readObjectives(element: Element, text: string, from: string | undefined): string[] {
    const named = text.split(/\s+/).filter(Boolean);
    const { objectives } = this.#lesson;
    const hint = objectives ? `The objectives are ${objectives.map((name) => `\`${name}\``).join(', ')}.` : '';
    if (named.length === 0) this.#report(element, '`objectives` is empty.', `Name at least one. ${hint}`.trim());
    // Those of another lesson are checked where both are known.
    if (!objectives || from !== undefined) return named;
    for (const name of named.filter((one) => !objectives.includes(one))) {
      const message = `This lesson has no objective \`${name}\`.${didYouMean(name, objectives)}`;
      this.#report(element, message, hint);
    }
    return named;
  }
}

function numbersIn(text: string): string[] {
  return text.replaceAll('−', '-').match(/-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/g) ?? [];
}

function textWithoutValues(node: Parent): string {
  return node.children
    .map((child) => {
      if (isElement(child) && child.name === 'Value') return ' ';
      return 'children' in child ? textWithoutValues(child) : textOf(child);
    })
    .join('');
}
