import type { LessonPart } from './plain-lesson.ts';
import { writeNodes } from './write-markdown.ts';

/** A cell of a notebook or of a script. */
export type LessonCell =
  | { readonly kind: 'text'; readonly text: string }
  | (Extract<LessonPart, { kind: 'code' }> & { readonly kind: 'code' });

/**
 * A lesson as cells. Where a program belongs to another session than the one before it, it begins by switching to it.
 *
 * @param switching the definition of `session`, which the first cell of code gets
 */
export function lessonCells(title: string, parts: readonly LessonPart[], switching: string): LessonCell[] {
  let current: string | undefined;
  const cells = parts.map((part): LessonCell => {
    if (part.kind === 'text') return { kind: 'text', text: writeNodes(part.nodes) };
    const isOther = part.session !== current;
    current = part.session;
    return isOther ? { ...part, code: `session(${JSON.stringify(part.session)})\n\n${part.code}` } : part;
  });
  const setUp = { output: undefined, session: '', raises: undefined, isStarter: false };
  return [{ kind: 'text', text: `# ${title}\n` }, { kind: 'code', code: switching, ...setUp }, ...cells];
}
