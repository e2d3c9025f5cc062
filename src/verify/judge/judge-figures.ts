import { counted } from '../../core/counted.ts';
import type { Example } from '../../examples/example.ts';
import type { Outcome } from '../findings/finding.ts';
import type { Lesson } from '../read/lesson.ts';
import { type ExampleFigures, type PinnedFigure, pinFigure, pinsPath } from '../read/pinned-figures.ts';
import type { SessionRun } from '../run/run-sessions.ts';
import { combine, type EngineOutcome } from './combine-outcomes.ts';
import { figureChanges } from './compare-figures.ts';
import type { Judged } from './judged-file.ts';

/** Judges the figures of each example that draws, or has pinned figures. */
export function judgeFigures(lesson: Lesson, ours: readonly SessionRun[], only?: string): Judged<ExampleFigures>[] {
  const { pins, extracted } = lesson;
  if (pins === undefined) return [];
  const judged = extracted.examples.flatMap((example): Judged<ExampleFigures>[] => {
    if (only !== undefined && example.id !== only) return [];
    const recorded = ours.flatMap((by) => recordedBy(by, example));
    const pinned = pins[example.id] ?? [];
    if (recorded.every(({ figures }) => figures.length === 0) && pinned.length === 0) return [];
    const { place } = example.code;
    const subject = { id: example.id, place, pinned, drawn: recorded[0]?.figures ?? [] };
    const outcomes = recorded.map(
      ({ by, figures }): EngineOutcome => ({ by, outcome: judgeOne(subject, figures.map(pinFigure)) }),
    );
    return recorded.length === 0 ? [] : [combine(subject, outcomes)];
  });
  const known = extracted.examples.map(({ id }) => id);
  const lost = only === undefined ? Object.keys(pins).filter((id) => !known.includes(id)) : [];
  return [...judged, ...lost.map((id) => orphan(id, lesson.file))];
}

/** The figures that one engine recorded: the embedded one in its own run, a native one in a run with the recorder. */
function recordedBy(
  by: SessionRun,
  example: Example,
): { readonly by: SessionRun; readonly figures: readonly unknown[] }[] {
  const { blocks, drawing = [] } = by.session;
  const own = by.engine.kind === 'embedded' ? blocks.findIndex((block) => block.example === example) : -1;
  // Its first block installs the recorder.
  const index = own >= 0 ? own : drawing.includes(example) ? drawing.indexOf(example) + 1 : -1;
  const result = by.run.results[index];
  return index >= 0 && result ? [{ by, figures: result.figures }] : [];
}

function judgeOne({ id, place, pinned }: ExampleFigures, drawn: readonly PinnedFigure[]): Outcome {
  const text = JSON.stringify(drawn);
  const changes = changesOf(pinned, drawn);
  if (changes.length === 0) return { verdict: 'verified', text };
  const isNew = pinned.length === 0;
  const message = isNew
    ? `It draws ${drawn.length === 1 ? 'a figure that is' : `${drawn.length} figures that are`} not pinned.`
    : `It draws another figure than is pinned: ${changes.join('; ')}.`;
  const hint = '`--update` pins what it draws now.';
  const finding = { kind: 'figure' as const, place, example: id, message, hint };
  return { verdict: isNew ? 'unpinned' : 'stale', finding, text };
}

function changesOf(pinned: readonly PinnedFigure[], drawn: readonly PinnedFigure[]): string[] {
  if (pinned.length !== drawn.length) return [`${counted(drawn.length, 'figure')} instead of ${pinned.length}`];
  const isOne = pinned.length === 1;
  return pinned.flatMap((before, i) => {
    const after = drawn[i];
    const changes = after ? figureChanges(before, after) : [];
    return changes.map((change) => (isOne ? change : `figure ${i + 1}: ${change}`));
  });
}

function orphan(id: string, lesson: string): Judged<ExampleFigures> {
  const place = { file: pinsPath(lesson), line: 1, column: 1 };
  const message = `Figures of \`${id}\` are pinned, and the lesson has no such example.`;
  const hint = '`--update` removes them.';
  return combine({ id, place, pinned: [], drawn: [] }, [
    { outcome: { verdict: 'orphan', finding: { kind: 'figure', place, message, hint }, text: '[]' } },
  ]);
}
