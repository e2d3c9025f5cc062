import type { Example, ProseValue } from '../examples/example.ts';
import { runs } from '../examples/example-digest.ts';
import type { SessionRequest } from '../python/engine.ts';
import type { Lesson } from './lesson.ts';

/** A session of a file, ready to be run, and what each of its blocks answers for. */
export interface PlannedSession {
  readonly lesson: Lesson;
  readonly blocks: readonly PlannedBlock[];
  readonly request: SessionRequest;
  /** Packages that its code names, of those that an engine may lack. */
  readonly needs: readonly Package[];
}

export interface PlannedBlock {
  readonly example: Example;
  readonly values: readonly ProseValue[];
}

export type Package = 'numpy' | 'matplotlib';

const packages: readonly Package[] = ['numpy', 'matplotlib'];

/**
 * The sessions of a lesson. With `only`, the sessions in which that example stands, up to and including it.
 *
 * @param only an example's id, or `undefined` for all
 */
export function planSessions(lesson: Lesson, only?: string): PlannedSession[] {
  const { examples, values } = lesson.extracted;
  const sessions = Map.groupBy(examples.filter(runs), ({ session }) => session);
  return [...sessions.values()].flatMap((members) => {
    const wanted = only === undefined ? members : members.slice(0, members.findIndex(({ id }) => id === only) + 1);
    if (wanted.length === 0) return [];
    return [
      plan(
        lesson,
        wanted.map((example) => ({ example, values: values.filter(({ of }) => of === example.id) })),
      ),
    ];
  });
}

function plan(lesson: Lesson, blocks: readonly PlannedBlock[]): PlannedSession {
  const request = {
    blocks: blocks.map(({ example, values }) => ({
      code: example.code.text,
      values: values.map(({ expr, format }) => ({ expr, format })),
    })),
  };
  const code = blocks.map(({ example }) => example.code.text).join('\n');
  const needs = packages.filter((name) => new RegExp(`\\b${name}\\b`).test(code));
  return { lesson, blocks, request, needs };
}
