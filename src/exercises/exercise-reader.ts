import type { Node } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { Diagnostic } from '../core/diagnostic.ts';
import { didYouMean } from '../core/nearest-word.ts';
import type { Place } from '../core/place.ts';
import type { Fence } from '../examples/example.ts';
import type { ExerciseRole } from '../examples/exercise-role.ts';
import { attributeOf, type Element, isElement } from '../examples/lesson-elements.ts';
import type { Distractor, Exercise, LabelledAnswer, NamedFeedback, Survivor } from './exercise.ts';
import { find, placeOf, type RoleFence } from './exercise-nodes.ts';

/** How many wrong answers with feedback of their own, and how many other right answers, an exercise needs. */
const leastMistakes = 4;
const leastAlternatives = 2;
const kebab = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** The page of an exercise. */
export interface ExercisePage {
  readonly file: string;
  /** Names of the lesson's objectives; without them those of exercises are not checked. */
  readonly objectives?: readonly string[] | undefined;
}

/** Reads one `<Exercise>` element with its fences, and says what is missing. */
export class ExerciseReader {
  readonly #element: Element;
  readonly #fences: readonly RoleFence[];
  readonly #place: Place;
  readonly #known: readonly string[] | undefined;
  readonly #diagnostics: Diagnostic[] = [];

  constructor(element: Element, fences: readonly RoleFence[], { file, objectives }: ExercisePage) {
    this.#element = element;
    this.#fences = fences;
    this.#place = placeOf(element, file);
    this.#known = objectives;
  }

  get number(): string {
    return this.#attribute('number');
  }

  /** Whether it has nothing of what a check takes. */
  get isUnchecked(): boolean {
    return this.#attribute('name') === '' && this.#fences.length === 0;
  }

  /** The exercise, unless what it cannot do without is missing. */
  read(): { readonly exercise: Exercise | undefined; readonly diagnostics: readonly Diagnostic[] } {
    const name = this.#name();
    const [starter, check, solution] = [this.#one('starter'), this.#one('check'), this.#one('solution')];
    const wrong = this.#labelled('wrong', 'the name of a mistake: `wrong="one-sided"`');
    const exercise = {
      name,
      number: this.number,
      title: this.#attribute('title'),
      place: this.#place,
      tries: this.#tries(),
      objectives: this.#objectives(),
      alternatives: this.#labelled('alternative', 'a few words: `alternative="five-point stencil"`'),
      wrong,
      session: this.#fences.find(({ role }) => role === 'solution')?.session,
      mistakes: this.#feedback('Mistake'),
      remarks: this.#feedback('Remark'),
      survivors: this.#survivors(),
      parsons: this.#fences.find(({ role }) => role === 'parsons')?.fence,
      distractorFences: this.#fences.filter(({ role }) => role === 'distractors').map(({ fence }) => fence),
      distractors: this.#distractors(),
    };
    this.#checkHandles(exercise.objectives);
    this.#checkCounts(exercise);
    this.#checkMistakes(exercise);
    if (check) this.#checkNames(check, exercise);
    const isWhole = starter && check && solution;
    return { exercise: isWhole && { ...exercise, starter, check, solution }, diagnostics: this.#diagnostics };
  }

  #attribute(name: string): string {
    return attributeOf(this.#element, name) ?? '';
  }

  #name(): string {
    const name = this.#attribute('name');
    if (!kebab.test(name)) {
      const found = name === '' ? 'has no name' : `cannot be called \`${name}\``;
      this.#report('name', this.#place, `Exercise ${this.number} ${found}.`, 'Write `name="lower-case-with-hyphens"`.');
    }
    return name;
  }

  #tries(): string {
    const tries = this.#attribute('tries');
    const hint = 'Write `tries="…"`: one sentence for the reader that says what the check tries.';
    if (tries === '') this.#report('tries', this.#place, `Exercise ${this.number} does not say what is tried.`, hint);
    if (tries.includes('$')) {
      const message = `The sentence of exercise ${this.number} on what is tried has a formula, which is not typeset there.`;
      this.#report('tries', this.#place, message, 'Write it in words, or as code between backticks.');
    }
    return tries;
  }

  #objectives(): string[] {
    const named = this.#attribute('objectives').split(/\s+/).filter(Boolean);
    const known = this.#known;
    if (!known) return named;
    const hint = `The objectives of this lesson are ${known.map((name) => `\`${name}\``).join(', ')}.`;
    if (named.length === 0) {
      const message = `Exercise ${this.number} names no objective.`;
      this.#report('objectives', this.#place, message, `Write \`objectives="…"\`. ${hint}`);
    }
    for (const name of named.filter((one) => !known.includes(one))) {
      const message = `This lesson has no objective \`${name}\`.${didYouMean(name, known)}`;
      this.#report('objectives', this.#place, message, hint);
    }
    return named;
  }

  /** Checks that there is something to decide: a reader handles the lines of a solution, with wrong ones among them. */
  #checkHandles(objectives: readonly string[]): void {
    const handles = this.#attribute('handles').split(/\s+/).filter(Boolean);
    for (const name of handles.filter((one) => !objectives.includes(one))) {
      const message = `Exercise ${this.number} handles \`${name}\`, which is none of its objectives.${didYouMean(name, objectives)}`;
      this.#report('handles', this.#place, message, 'Name it among its `objectives` too, or take it out of `handles`.');
    }
    if (handles.length > 0 && !this.#fences.some(({ role }) => role === 'distractors')) {
      const message = `Exercise ${this.number} has no wrong lines among those that are put in order.`;
      this.#report('handles', this.#place, message, 'Write a ```python distractors``` fence, or take out `handles`.');
    }
  }

  #one(role: ExerciseRole): Fence | undefined {
    const found = this.#fences.filter((one) => one.role === role);
    const [first, second] = found;
    const hint = `Write one \`\`\`python ${role}\`\`\` fence in it.`;
    if (!first) this.#report(role, this.#place, `Exercise ${this.number} has no ${role}.`, hint);
    if (second) this.#report(role, second.fence.place, `Exercise ${this.number} has a second ${role}.`, hint);
    return first?.fence;
  }

  #labelled(role: ExerciseRole, takes: string): LabelledAnswer[] {
    const labels = new Set<string>();
    return this.#fences
      .filter((one) => one.role === role)
      .map(({ value, isSpread, fence }) => {
        const blanks = `There are blanks around the \`=\` of this \`${role}\` fence.`;
        if (isSpread) this.#report(role, fence.place, blanks, `Write \`${role}="${value}"\`.`);
        if (role === 'alternative' && value !== '' && labels.has(value)) {
          const hint = 'Give it a few words of its own: reports name it by them.';
          this.#report(role, fence.place, `Two alternatives are called “${value}”.`, hint);
        }
        labels.add(value);
        if (value === '') this.#report(role, fence.place, `This \`${role}\` fence has no value.`, `It takes ${takes}.`);
        if (/^["“”]/.test(value)) {
          const what = `The quotes of this \`${role}\` fence are printed ones, or not closed.`;
          this.#report(role, fence.place, what, `It takes ${takes}, in straight quotes.`);
        }
        return { label: value, fence };
      });
  }

  #elements(name: string): Element[] {
    return find(this.#element, (node: Node): node is Element => isElement(node) && node.name === name);
  }

  #feedback(kind: 'Mistake' | 'Remark'): NamedFeedback[] {
    return this.#elements(kind).map((element) => {
      const place = placeOf(element, this.#place.file);
      const hint = 'Write a sentence that says what the mistake is and what to look at.';
      if (textOf(element).trim() === '') this.#report('mistake', place, `This \`<${kind}>\` says nothing.`, hint);
      const found = find(element, (node: Node): node is Element => isElement(node) && node.name === 'Found');
      return {
        name: attributeOf(element, 'of') ?? '',
        place,
        shows: found.map((one) => attributeOf(one, 'name') ?? ''),
      };
    });
  }

  #survivors(): Survivor[] {
    return this.#elements('Survivor').map((element) => {
      const place = placeOf(element, this.#place.file);
      const hint = 'Say why an answer that is changed like this is right.';
      if (textOf(element).trim() === '') this.#report('survivor', place, 'This `<Survivor>` has no reason.', hint);
      return { what: attributeOf(element, 'of') ?? '', place };
    });
  }

  #distractors(): Distractor[] {
    const fences = this.#fences.filter(({ role }) => role === 'distractors').map(({ fence }) => fence);
    return fences.flatMap((fence) =>
      fence.text.split('\n').flatMap((line, i) => {
        if (line.trim() === '') return [];
        const [, code = '', reason = ''] = /^(.*\S)\s{2,}#\s+(.+)$/.exec(line) ?? [];
        if (reason !== '') return [{ code, reason }];
        const place = { ...fence.place, line: fence.place.line + i + 1 };
        const hint = 'Write it as `code  # reason`, with two blanks before the `#`.';
        this.#report('distractors', place, 'This wrong line has no reason.', hint);
        return [];
      }),
    );
  }

  #checkCounts({ wrong, alternatives }: Pick<Exercise, 'wrong' | 'alternatives'>): void {
    const mistakes = new Set(wrong.map(({ label }) => label)).size;
    if (mistakes < leastMistakes) {
      const message = `Exercise ${this.number} has wrong answers for ${mistakes} mistakes; ${leastMistakes} are needed.`;
      this.#report('wrong', this.#place, message, 'Write a ```python wrong="its-mistake"``` fence for each.');
    }
    if (alternatives.length < leastAlternatives) {
      const message = `Exercise ${this.number} has ${alternatives.length} other right answers; ${leastAlternatives} are needed.`;
      this.#report(
        'alternative',
        this.#place,
        message,
        'Write a ```python alternative="in a few words"``` fence for each.',
      );
    }
  }

  /** Each mistake has a sentence and at least one wrong answer that shows it. */
  #checkMistakes({ wrong, mistakes }: Pick<Exercise, 'wrong' | 'mistakes'>): void {
    const [names, labels] = [mistakes.map(({ name }) => name), wrong.map(({ label }) => label)];
    for (const { label, fence } of wrong.filter(({ label }) => label !== '' && !names.includes(label))) {
      const message = `The mistake \`${label}\` has no sentence.${didYouMean(label, names)}`;
      this.#report('mistake', fence.place, message, `Write \`<Mistake of="${label}">\` with one.`);
    }
    for (const [i, { name, place }] of mistakes.entries()) {
      const again = names.indexOf(name) < i;
      const message = again ? `The mistake \`${name}\` has two sentences.` : `No wrong answer shows \`${name}\`.`;
      const hint = again ? 'Keep one of them.' : `Write a \`\`\`python wrong="${name}"\`\`\` fence.`;
      if (again || !labels.includes(name)) this.#report('mistake', place, message, hint);
    }
  }

  /** Each name that the check gives has a sentence: without one, a reader would be told only that it is not right. */
  #checkNames(check: Fence, { mistakes, remarks }: Pick<Exercise, 'mistakes' | 'remarks'>): void {
    const names = [...mistakes, ...remarks].map(({ name }) => name);
    for (const name of namesIn(check.text).filter((one) => !names.includes(one))) {
      const message = `The check of exercise ${this.number} names \`${name}\`, which has no sentence.${didYouMean(name, names)}`;
      this.#report('mistake', check.place, message, `Write \`<Mistake of="${name}">\` with one, or take it out.`);
    }
  }

  #report(what: string, place: Place, message: string, hint: string): void {
    this.#diagnostics.push({ rule: `exercise/${what}`, place, message, hint });
  }
}

/** The names of mistakes and remarks in a check: in its calls, and as the keys of `instead`. */
function namesIn(check: string): string[] {
  const called = [...check.matchAll(/\b(?:mistake|remark)\(\s*"([^"]+)"/g)];
  const keys = [...check.matchAll(/\binstead=\{([\s\S]*?)\}\)/g)].flatMap(([, inside = '']) => [
    ...inside.matchAll(/(?:^|\n)\s*"([^"]+)":/g),
  ]);
  return [...new Set([...called, ...keys].map(([, name = '']) => name))];
}
