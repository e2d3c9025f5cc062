import { formatPlace } from '../../core/place.ts';
import type { JudgedFile } from '../judge/judged-file.ts';
import { accountFor, accounts, countFences, countPython, type FenceAccounts } from './accounts.ts';

/** The table of `--stats`: every fence of the files by what became of it, and sums that add up. */
export function statsReport(files: readonly JudgedFile[]): string {
  const counted = accountFor(files);
  const { python, outputs, orphans, others, shownBy, reasons } = counted;
  const rows: (readonly [name: string, count: number])[] = [
    ...accounts.filter((one) => python[one] > 0).map((one) => [`  ${one}`, python[one]] as const),
    ['Python', countPython(python)],
    ['expected outputs of examples', outputs],
    ['expected outputs without an example', orphans],
    ['other languages', others],
    ['all fences', countFences(counted)],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  const digits = Math.max(...rows.map(([, count]) => String(count).length));
  const table = rows.map(([name, count]) => `${name.padEnd(width)}  ${String(count).padStart(digits)}`);
  const ways = Object.entries(shownBy).map(([way, count]) => `  ${count} by ${way}`);
  const shown = ways.length === 0 ? [] : ['', 'outputs of examples are shown', ...ways];
  return `${['fences', ...table, ...shown, ...formulaLines(files), ...reasonLines(reasons)].join('\n')}\n`;
}

/** The formulas by what became of them, and those that no run can show, each with the reason. */
function formulaLines(files: readonly JudgedFile[]): string[] {
  const formulas = files.flatMap((file) => file.formulas);
  if (formulas.length === 0) return [];
  const untied = formulas.filter(({ subject }) => subject.untied !== undefined);
  const agree = formulas.filter(({ verdict }) => verdict === 'verified').length;
  return [
    '',
    'formulas',
    `  ${agree} agree with a run`,
    `  ${formulas.length - agree - untied.length} do not`,
    `  ${untied.length} that no run can show`,
    ...untied.map(({ subject: { place, untied: reason } }) => `    ${formatPlace(place)}  ${reason}`),
    `  ${formulas.length} in all`,
  ];
}

function reasonLines(reasons: FenceAccounts['reasons']): string[] {
  if (reasons.length === 0) return [];
  return ['', 'reasons why code is not run', ...reasons.map(({ reason, count }) => `  ${count} × ${reason}`)];
}
