/** A console without effect: in Node, its output would mix with the messages to the host. */
const silentConsole: Partial<Console> = Object.fromEntries(
  ['debug', 'error', 'info', 'log', 'trace', 'warn'].map((name) => [name, () => undefined]),
);

/**
 * Replaces the globals by which Pyodide recognizes Node with those of a browser's worker: Pyodide then runs the same code
 * in both, without Node's files, shell and sockets. Read needed values of `process` before the call.
 */
export function emulateWorkerGlobals(realm: typeof globalThis): void {
  const WorkerGlobalScope = { [Symbol.hasInstance]: (thing: unknown) => thing === realm };
  const location = new URL('https://nowhere.invalid/');
  const worker = { WorkerGlobalScope, self: realm, location, process: undefined, console: silentConsole };
  for (const [name, value] of Object.entries(worker)) {
    Object.defineProperty(realm, name, { value, configurable: true, writable: true });
  }
}
