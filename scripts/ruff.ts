import { type Diagnostic, PositionEncoding, Workspace } from '@astral-sh/ruff-wasm-nodejs';

/** The rules for every Python file, and the reason for each ignored rule. */
const lint = {
  select: ['E', 'W', 'F', 'I', 'B', 'UP', 'C4', 'SIM', 'PIE', 'PLE', 'RUF100'],
  ignore: [
    'B905', // zip(strict=...): the native engine runs on Python 3.9, which does not have it.
    'C408', // dict(a=1) reads well where keys are names.
    'SIM105', // contextlib.suppress: the harness must not depend on a module that a block can change.
    'SIM108', // A ternary is not always clearer than four lines.
    'SIM115', // Some files stay open until the process ends.
    'SIM905', // "a b c".split() is the readable form of a long list of words.
  ],
};
/** More rules for files below `src`: each module, class and public function has a docstring. */
const docstrings = ['D100', 'D101', 'D102', 'D103', 'D300', 'D403', 'D419'];
/** Ignored in tests: their tables contain programs and messages of any length. */
const testData = ['E501'];
/** Ignored in public modules of a package, which import names for others to use. */
const reexports = ['F401'];
const isPublicModule = /\/packages\/\w+\/[a-z]\w*\.py$|\/__init__\.py$/;

const [shipped, publicModule, test] = [
  workspace([...lint.select, ...docstrings], lint.ignore),
  workspace([...lint.select, ...docstrings], [...lint.ignore, ...reexports]),
  workspace(lint.select, [...lint.ignore, ...testData]),
];

function workspace(select: readonly string[], ignore: readonly string[]): Workspace {
  return new Workspace(
    { 'line-length': 120, 'target-version': 'py39', lint: { select, ignore, isort: { 'combine-as-imports': true } } },
    PositionEncoding.Utf16,
  );
}

function workspaceFor(path: string): Workspace {
  if (!path.startsWith('src/')) return test;
  return isPublicModule.test(path) ? publicModule : shipped;
}

/**
 * Checks one Python file with Ruff.
 *
 * @param path from the project's root, with `/`; files below `src/` need docstrings
 * @returns a message for each finding, `path:line:column rule message`, in the order of the file; the last one if the
 *   file is not formatted
 */
export function checkPython(path: string, text: string): string[] {
  const found = (workspaceFor(path).check(text) as Diagnostic[])
    .toSorted(
      (a, b) => a.start_location.row - b.start_location.row || a.start_location.column - b.start_location.column,
    )
    .map(({ code, message, start_location: { row, column } }) => `${path}:${row}:${column} ${code} ${message}`);
  // A file that cannot be parsed has been reported already, and cannot be formatted.
  if (!found.some((message) => message.includes(' invalid-syntax ')) && format(path, text) !== text) {
    found.push(`${path}:1:1 format The file is not formatted. Run: node scripts/check-python.ts --fix`);
  }
  return found;
}

/** The text with Ruff's safe fixes applied, and formatted. */
export function fixPython(path: string, text: string): string {
  let fixed = text;
  for (let round = 0; round < 10; round++) {
    const next = applyFixes(fixed, workspaceFor(path).check(fixed) as Diagnostic[]);
    if (next === fixed) break;
    fixed = next;
  }
  return format(path, fixed);
}

function format(path: string, text: string): string {
  return workspaceFor(path).format(text);
}

/** Applies fixes from the end of the text to its start; a fix that overlaps another is applied in the next round. */
function applyFixes(text: string, diagnostics: readonly Diagnostic[]): string {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const offset = ({ row, column }: { row: number; column: number }) => (starts[row - 1] ?? text.length) + column - 1;
  const edits = diagnostics
    .flatMap(({ fix }) => (fix ? [fix.edits] : []))
    .map((all) => all.map((edit) => ({ ...edit, from: offset(edit.location), to: offset(edit.end_location) })))
    .sort((a, b) => Math.max(...b.map(({ to }) => to)) - Math.max(...a.map(({ to }) => to)));
  let fixed = text;
  let free = text.length + 1;
  for (const group of edits) {
    if (group.some(({ to }) => to >= free)) continue;
    for (const { from, to, content } of group.toSorted((a, b) => b.from - a.from)) {
      fixed = fixed.slice(0, from) + (content ?? '') + fixed.slice(to);
    }
    free = Math.min(...group.map(({ from }) => from));
  }
  return fixed;
}
