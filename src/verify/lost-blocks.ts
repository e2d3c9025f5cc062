import type { BlockResult } from '../python/engine.ts';
import type { Finding, Outcome } from './finding.ts';
import { expectedException } from './judge.ts';
import type { SessionRun } from './judged-file.ts';

/** Why a block of a guide could not do its work, which is no fault of its own. */
export interface LostBlock {
  readonly message: string;
}

/**
 * The blocks of a guide's session that could not be judged: those that import a package that the engine lacks, and those
 * that miss a name which an earlier block would have defined, had it not ended with an exception. So each cause is
 * reported once, at its place.
 */
export function lostBlocks({ session, run }: SessionRun): ReadonlyMap<number, LostBlock> {
  const lost = new Map<number, LostBlock>();
  const broken: number[] = [];
  for (const [i, result] of run.results.entries()) {
    const example = session.blocks[i]?.example;
    if (!example || result.end.how !== 'raised' || expectedException(example) !== undefined) continue;
    const found = lackOf(result) ?? missingName(result, { broken, session });
    if (found) lost.set(i, found);
    if (!example.cell?.mayRaise) broken.push(i);
  }
  return lost;
}

/** The outcome of a block that is lost: it was not run, with a warning that says why. */
export function lostOutcome({ message }: LostBlock, { finding }: Outcome): Outcome {
  const warning: Finding | undefined = finding && {
    kind: 'not run',
    severity: 'warning',
    place: finding.place,
    message,
    ...(finding.example !== undefined && { example: finding.example }),
  };
  return { verdict: 'not run', ...(warning && { finding: warning }) };
}

function lackOf({ end }: BlockResult): LostBlock | undefined {
  if (end.how !== 'raised' || end.exception.types[0] !== 'ModuleNotFoundError') return undefined;
  const name = /'([\w.]+)'/.exec(end.exception.summary)?.[1]?.split('.')[0];
  return {
    message: `It needs the package ${name === undefined ? 'that it imports' : `\`${name}\``}, which this Python lacks.`,
  };
}

interface Before {
  /** The earlier blocks that ended with an exception. */
  readonly broken: readonly number[];
  readonly session: SessionRun['session'];
}

function missingName({ end }: BlockResult, { broken, session }: Before): LostBlock | undefined {
  if (end.how !== 'raised' || end.exception.types[0] !== 'NameError') return undefined;
  const name = /name '(\w+)' is not defined/.exec(end.exception.summary)?.[1];
  if (name === undefined) return undefined;
  const binds = new RegExp(
    `^[ \\t]*(?:\\w+[ \\t]*,[ \\t]*)*${name}[ \\t]*(?:,.*)?(?:=(?!=)|:)|\\b(?:def|class|as|for|import)\\b.*\\b${name}\\b`,
    'm',
  );
  const cause = broken.find((i) => binds.test(session.blocks[i]?.example.code.text ?? ''));
  if (cause === undefined) return undefined;
  const line = session.blocks[cause]?.example.code.place.line;
  return { message: `It needs \`${name}\`, which the block in line ${line} did not define: that block ended before.` };
}
