import { formatPlace } from '../../core/place.ts';
import type { ReportedFinding, RunReport } from './run-report.ts';

/**
 * The findings of one report that another one of the same pages does not have: what would change with the other versions.
 *
 * @param from the report of today's versions
 * @param to the report of the other versions
 */
export function upgradeChanges(from: RunReport, to: RunReport): ReportedFinding[] {
  const known = new Set(findingsOf(from).map(keyOf));
  return findingsOf(to).filter((finding) => !known.has(keyOf(finding)));
}

function findingsOf({ files }: RunReport): ReportedFinding[] {
  return files.flatMap(({ findings }) => findings);
}

/** A finding is the same with any engine, which is not a part of it. */
function keyOf({ kind, place, example, message, rows }: ReportedFinding): string {
  return JSON.stringify([kind, formatPlace(place), example, message, rows]);
}

/** The changes between two reports for a person: each with its place, its kind, and the old and the new lines. */
export function upgradeText(from: RunReport, to: RunReport): string {
  const changes = upgradeChanges(from, to);
  const count =
    changes.length === 0 ? 'nothing changes' : `${changes.length} ${changes.length === 1 ? 'change' : 'changes'}`;
  const lines = changes.flatMap((change) => [changeHead(change), ...changedLines(change)]);
  return [`${labelOf(from)} → ${labelOf(to)}: ${count}`, ...lines, ''].join('\n');
}

function labelOf({ engines }: RunReport): string {
  return engines.map(({ label, location }) => `${label} (${location})`).join(' and ') || 'no engine';
}

function changeHead({ kind, place, example, message }: ReportedFinding): string {
  return `${formatPlace(place)}  ${kind}${example === undefined ? '' : `  (${example})`}: ${message}`;
}

function changedLines({ rows = [] }: ReportedFinding): string[] {
  return rows.flatMap(({ side, text }) => (side === 'both' ? [] : [`  ${side === 'expected' ? '-' : '+'} ${text}`]));
}
