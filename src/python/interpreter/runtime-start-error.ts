/** Python in WebAssembly did not start. The message is for a maintainer, with the reason, the place and the remedy. */
export class RuntimeStartError extends Error {
  /**
   * @param report the error output of the process that starts it: Pyodide adds a stack and a line of its minified source
   * @param sourceOf returns the place of one of our own Python files in the project, from its path in the interpreter
   */
  constructor(report: string, sourceOf: (path: string) => string | undefined) {
    const lines = report.split('\n').map((line) => line.trim());
    const reason = lines.findLast((line) => /^(?:\w+\.)*\w*(?:Error|Exception|Exit|Interrupt)\b/.test(line));
    const what = `Python in WebAssembly could not be started: ${shorten(reason ?? 'it gave no reason')}`;
    const place = lastOwnPlace(lines, sourceOf);
    super(
      place
        ? `${place}: ${what}\nCorrect that file, and run the command again.`
        : `${what}\nIts files may be damaged: run \`npm ci\`, and run the command again.`,
    );
  }
}

function shorten(text: string): string {
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}

/** The last place in our own Python in a traceback. */
function lastOwnPlace(lines: readonly string[], sourceOf: (path: string) => string | undefined): string | undefined {
  const found = lines.flatMap((line) => {
    const [, path = '', number = ''] = /^File "\/own\/([^"]+)", line (\d+)/.exec(line) ?? [];
    const source = sourceOf(path);
    return source === undefined ? [] : [`${source}:${number}`];
  });
  return found.at(-1);
}
