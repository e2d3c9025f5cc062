/**
 * Describes in a few words (at most 200 characters) why an interpreter exited: `os._exit`, `os.abort` or a fatal error.
 *
 * @param error the value that a call into the interpreter has thrown
 */
export function describeExit(error: unknown): string {
  // An abort, or a fault in memory: the words are the WebAssembly engine's own.
  if (error instanceof WebAssembly.RuntimeError) return 'it crashed';
  // Emscripten's `ExitStatus` is not an Error, but has a message.
  const hasMessage = typeof error === 'object' && error !== null && 'message' in error;
  const text = String(hasMessage ? error.message : error);
  if (/call stack/.test(text)) return 'it exceeded the maximum depth of calls';
  const status = /exit\((-?\d+)\)/.exec(text)?.[1];
  if (status !== undefined) return `exit status ${status}`;
  const [first = '', ...rest] = text.split('\n').filter((line) => line.trim() !== '');
  // A traceback names the exception in its last line; here it comes from the interpreter's own code.
  const isReport = /^(Traceback|Error in sys\.excepthook)/.test(first);
  return (isReport ? `it broke its own interpreter: ${rest.at(-1) ?? first}` : first).slice(0, 200);
}
