import { runs } from '../../examples/example-digest.ts';
import type { Outcome } from '../findings/finding.ts';
import { stoppedSession } from '../run/resume-session.ts';
import type { SessionRun } from '../run/run-sessions.ts';
import { judgeExample } from './judge.ts';
import { judgeInGuide } from './judge-in-guide.ts';

/** The outcome of each block of a session, in order; those of a guide with what is no fault of the guide as warnings. */
export function judgeSession(by: SessionRun): readonly (Outcome | undefined)[] {
  const outcomes = by.session.blocks.map((_, i) => judgeBlock(by, i));
  return by.session.lesson.dialect === 'guide' ? judgeInGuide(by, outcomes) : outcomes;
}

function judgeBlock(by: SessionRun, index: number): Outcome | undefined {
  const block = by.session.blocks[index];
  const result = by.run.results[index];
  if (!block || !result || !runs(block.example)) return undefined;
  const { dialect, configuration } = by.session.lesson;
  const shown = result.values[block.values.length];
  const outcome = judgeExample(block.example, result, {
    kind: by.engine.kind,
    shown: shown && 'text' in shown ? shown.text : '',
    infers: dialect === 'guide' ? configuration.conventions : undefined,
  });
  return afterStop(outcome, by, index);
}

/** Adds a hint to a `NameError`: a block that was stopped earlier may define the missing name. */
function afterStop(outcome: Outcome, { run, session }: SessionRun, index: number): Outcome {
  const { finding } = outcome;
  if (!finding?.message.includes('NameError')) return outcome;
  const stopped = run.results.findIndex(stoppedSession);
  if (stopped < 0 || stopped >= index) return outcome;
  const line = session.blocks[stopped]?.example.code.place.line;
  const hint = `The block in line ${line} was stopped: its definitions are missing here.${finding.hint ? `\n${finding.hint}` : ''}`;
  return { ...outcome, finding: { ...finding, hint } };
}
