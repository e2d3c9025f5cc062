import type { Place } from '../../core/place.ts';
import type { DiffRow } from '../../examples/compare/compare.ts';
import type { ReportedFinding, RunReport } from './run-report.ts';

/** A finding, or something that was ignored or not checked, as tools that list problems by place show it. */
export interface ReportedProblem {
  /** The kind of the finding, `ignored` or `not checked`. */
  readonly kind: string;
  readonly level: 'error' | 'warning' | 'note';
  readonly place: Place;
  readonly example?: string;
  /** The message, the difference and the hint, in lines. */
  readonly text: string;
}

/** All problems of a report, in the order of files and places. */
export function reportedProblems({ files }: RunReport): ReportedProblem[] {
  return files.flatMap(({ findings, warnings, unchecked }) => [
    ...findings.flatMap(findingProblem),
    ...warnings.map(
      ({ place, message, hint }): ReportedProblem => ({
        kind: 'ignored',
        level: 'warning',
        place,
        text: `${message}\n${hint}`,
      }),
    ),
    ...unchecked.map(
      ({ place, reason }): ReportedProblem => ({
        kind: 'not checked',
        level: 'note',
        place,
        text: `Not checked: ${reason}`,
      }),
    ),
  ]);
}

function findingProblem({ kind, severity, place, example, message, hint, rows }: ReportedFinding): ReportedProblem[] {
  // Known findings are in the baseline, and need no attention.
  if (severity === 'known') return [];
  const text = [message, ...(rows ? differenceLines(rows) : []), ...(hint === undefined ? [] : [hint])].join('\n');
  return [{ kind, level: severity ?? 'error', place, ...(example !== undefined && { example }), text }];
}

const linesShown = 20;

/** The lines that differ: `- ` is in the page, `+ ` came out. */
export function differenceLines(rows: readonly DiffRow[]): string[] {
  const differing = rows.filter(({ side }) => side !== 'both');
  const shown = differing.slice(0, linesShown).map(({ side, text }) => `${side === 'expected' ? '-' : '+'} ${text}`);
  const left = differing.length - shown.length;
  return left > 0 ? [...shown, `… and ${left} more`] : shown;
}
