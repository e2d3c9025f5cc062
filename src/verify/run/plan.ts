import { readFileSync } from 'node:fs';
import type { DerivativeRule } from '../../examples/derivative-rules.ts';
import type { Example, ProseValue } from '../../examples/example.ts';
import { runs } from '../../examples/example-digest.ts';
import { documentSession } from '../../examples/extracted-examples.ts';
import type { FormulaClaim } from '../../examples/formula-claim.ts';
import { type BlockRequest, keptName, type SessionRequest } from '../../python/engine.ts';
import type { Lesson } from '../read/lesson.ts';
import { type PlannedAnswer, planAnswers } from './plan-exercises.ts';
import { type FigureRequest, figureRequests } from './plan-figures.ts';
import { formulaRequests } from './plan-formulas.ts';

/** A session of a file, ready to be run, with the examples, values and rules that its results belong to. */
export interface PlannedSession {
  readonly lesson: Lesson;
  readonly blocks: readonly PlannedBlock[];
  /** The derivative rules that it checks; a session with rules has no blocks of the lesson. */
  readonly rules: readonly DerivativeRule[];
  /** The formulas that its last block compares with an example; such a session has no blocks of the lesson. */
  readonly formulas: readonly FormulaClaim[];
  /** The examples of the blocks after the first, which installs the recorder of figures: only for native engines. */
  readonly drawing?: readonly Example[];
  /** The code of the lesson in it, without ours around it. */
  readonly written: string;
  /** The answer to an exercise that it runs: then it has no blocks of the lesson. */
  readonly answer?: PlannedAnswer;
  readonly request: SessionRequest;
  /** Packages that its code imports, of those that an engine may lack. */
  readonly needs: readonly Package[];
  /** Whether blocks after a stopped one are run nevertheless: so in a guide, whose blocks share one session. */
  readonly goesOn: boolean;
}

export interface PlannedBlock {
  readonly example: Example;
  readonly values: readonly ProseValue[];
}

export type Package = 'numpy' | 'matplotlib';

const packages: readonly Package[] = ['numpy', 'matplotlib'];

/**
 * The sessions of a lesson. With `only`, the sessions that contain that example, up to and including it.
 *
 * @param only an example's id, the name of an exercise, or `undefined` for all
 */
export function planSessions(lesson: Lesson, only?: string): PlannedSession[] {
  const { examples, values, rules, exercises } = lesson.extracted;
  const formulas = formulaRequests(lesson.extracted, only).map((one) => planFormulas(lesson, one));
  const answers = exercises
    .filter(({ name }) => only === undefined || name === only)
    .flatMap((one) => planAnswers(one, exercises));
  const sessions = Map.groupBy(examples.filter(runs), ({ session }) => session);
  const own = [...sessions.values()].flatMap((members) => {
    const wanted = only === undefined ? members : members.slice(0, members.findIndex(({ id }) => id === only) + 1);
    if (wanted.length === 0) return [];
    return [
      plan(
        lesson,
        wanted.map((example) => ({ example, values: values.filter(({ of }) => of === example.id) })),
      ),
    ];
  });
  const figures = figureRequests(lesson, only).map((one) => planFigures(lesson, one));
  const judged = [...own, ...formulas, ...figures, ...answers.map((answer) => planAnswer(lesson, answer))];
  return rules.length > 0 && only === undefined ? [...judged, planRules(lesson)] : judged;
}

/** The value that a notebook shows after a cell: that of an expression at its end, unless it is `None`. */
const shownValue = { expr: `"" if ${keptName} is None else repr(${keptName})[:1000000]`, format: '' };

function plan(lesson: Lesson, blocks: readonly PlannedBlock[]): PlannedSession {
  const request = {
    blocks: blocks.map(({ example, values }): BlockRequest => {
      const asked = values.map(({ expr, format }) => ({ expr, format }));
      if (lesson.dialect === 'lesson') return { code: example.code.text, values: asked };
      // A prompt shows the values of all its expressions itself.
      if (example.prompt) return { code: example.code.text, isTyped: true, values: asked };
      const typed = example.notebook ? { isTyped: true as const } : {};
      return { code: example.code.text, keepsLast: true, ...typed, values: [...asked, shownValue] };
    }),
  };
  const code = blocks.map(({ example }) => example.code.text).join('\n');
  const needs = packages.filter((name) => imports(code, name));
  const goesOn = blocks[0]?.example.session === documentSession;
  return { lesson, blocks, rules: [], formulas: [], written: writtenIn(request), request, needs, goesOn };
}

function planAnswer(lesson: Lesson, answer: PlannedAnswer): PlannedSession {
  const code = answer.request.blocks.map((block) => `${block.code}\n${block.check?.code ?? ''}`).join('\n');
  // Without Matplotlib, the recorder is used.
  const needs = imports(code, 'numpy') || imports(code, 'matplotlib') ? (['numpy'] as const) : [];
  const { request } = answer;
  const none = { blocks: [], rules: [], formulas: [] };
  return { lesson, ...none, answer, written: writtenIn(request), request, needs, goesOn: false };
}

function planFormulas(lesson: Lesson, { formulas, written, request }: ReturnType<typeof formulaRequests>[number]) {
  const needs = packages.filter((name) => imports(written, name));
  return { lesson, blocks: [], rules: [], formulas, written, request, needs, goesOn: false };
}

function planFigures(lesson: Lesson, { drawing, written, request }: FigureRequest): PlannedSession {
  const needs = imports(written, 'numpy') ? (['numpy'] as const) : [];
  return { lesson, blocks: [], rules: [], formulas: [], drawing, written, request, needs, goesOn: false };
}

/** All code of a session: of its blocks, checks and values. */
function writtenIn({ blocks }: SessionRequest): string {
  return blocks
    .flatMap((block) => [block.code, block.check?.code ?? '', ...block.values.map(({ expr }) => expr)])
    .join('\n');
}

/** A session with its mutants, if it has any. */
export function withMutants(session: PlannedSession): PlannedSession {
  const request = session.answer?.requestWithMutants;
  return request ? { ...session, request } : session;
}

function imports(code: string, name: Package): boolean {
  // Most code does not even have the word, and a lesson has hundreds of sessions.
  if (!code.includes(name)) return false;
  return new RegExp(`^[ \\t]*(?:import[ \\t][^#\\n]*\\b${name}\\b|from[ \\t]+${name}\\b)`, 'm').test(code);
}

const rulesCode = readFileSync(new URL('./derivative_rules.py', import.meta.url), 'utf8');

/** A session whose values are the results of `check` for each rule: the empty string if the rule is right. */
function planRules(lesson: Lesson): PlannedSession {
  const { rules } = lesson.extracted;
  const quote = (text: string) => JSON.stringify(text);
  const values = rules.map((rule) => ({
    expr: `check(${quote(rule.function)}, ${quote(rule.derivative)})`,
    format: '',
  }));
  const written = rules.map((rule) => `${rule.function}\n${rule.derivative}`).join('\n');
  const request = { blocks: [{ code: rulesCode, values }] };
  return { lesson, blocks: [], rules, formulas: [], written, request, needs: [], goesOn: false };
}
