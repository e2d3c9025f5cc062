/** Says nothing: what is written there would come out among what the process says to its host. */
const silentConsole: Partial<Console> = Object.fromEntries(
  ['debug', 'error', 'info', 'log', 'trace', 'warn'].map((name) => [name, () => undefined]),
);

/**
 * Makes a Node realm look like a browser's worker, so that Pyodide takes the same way in both and knows nothing of Node:
 * neither its files nor its shell nor its sockets. The caller keeps what it needs of `process` before.
 */
export function lookLikeWorker(realm: typeof globalThis): void {
  const WorkerGlobalScope = { [Symbol.hasInstance]: (thing: unknown) => thing === realm };
  const location = new URL('https://nowhere.invalid/');
  const worker = { WorkerGlobalScope, self: realm, location, process: undefined, console: silentConsole };
  for (const [name, value] of Object.entries(worker)) {
    Object.defineProperty(realm, name, { value, configurable: true, writable: true });
  }
}
