import { reportedProblems } from './reported-problems.ts';
import type { RunReport } from './run-report.ts';

/** The commands of GitHub's workflows for the levels of problems. */
const commands = { error: 'error', warning: 'warning', note: 'notice' } as const;

/**
 * The problems as commands of a GitHub workflow, one a line, which GitHub shows at the lines of the files. It shows the
 * first ten of each level, so findings come before warnings.
 *
 * @param pathOf the path of a file from the repository's root, with forward slashes
 */
export function githubAnnotations(report: RunReport, pathOf: (file: string) => string): string {
  const problems = reportedProblems(report);
  const ordered = (['error', 'warning', 'note'] as const).flatMap((level) =>
    problems.filter((one) => one.level === level),
  );
  const lines = ordered.map(({ kind, level, place, example, text }) => {
    const title = example === undefined ? kind : `${kind} (${example})`;
    const where = `file=${property(pathOf(place.file))},line=${place.line},col=${place.column},title=${property(title)}`;
    return `::${commands[level]} ${where}::${escaped(text)}\n`;
  });
  return lines.join('');
}

/** In a workflow command, a percent sign and line ends are escaped; in a property, a colon and a comma too. */
function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
