/** What `os._exit`, `os.abort` or a fatal error leave behind when an interpreter comes to its end: a few words. */
export function deathOf(error: unknown): string {
  // What Emscripten throws to end its program is no Error, and has a message.
  const isTold = typeof error === 'object' && error !== null && 'message' in error;
  const text = String(isTold ? error.message : error);
  if (/call stack/.test(text)) return 'it went deeper than there is room for';
  const status = /exit\((-?\d+)\)/.exec(text)?.[1];
  if (status !== undefined) return `exit status ${status}`;
  const [first = '', ...rest] = text.split('\n').filter((line) => line.trim() !== '');
  // A report of Python's says what it is about at its end: here it is about what is left of the interpreter.
  const isReport = /^(Traceback|Error in sys\.excepthook)/.test(first);
  return (isReport ? `it broke its own interpreter: ${rest.at(-1) ?? first}` : first).slice(0, 200);
}
