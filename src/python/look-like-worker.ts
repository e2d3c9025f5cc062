/**
 * Makes a Node realm look like a browser's worker, so that Pyodide takes the same way in both and knows nothing of Node:
 * neither its files nor its shell nor its sockets. The caller keeps what it needs of `process` before.
 */
export function lookLikeWorker(realm: typeof globalThis): void {
  const WorkerGlobalScope = { [Symbol.hasInstance]: (thing: unknown) => thing === realm };
  const worker = { WorkerGlobalScope, self: realm, location: new URL('https://nowhere.invalid/'), process: undefined };
  for (const [name, value] of Object.entries(worker)) {
    Object.defineProperty(realm, name, { value, configurable: true, writable: true });
  }
}
