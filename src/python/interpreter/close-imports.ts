import { openImports } from './open-imports.ts';

type Imports = WebAssembly.Imports;

const open = new Set(openImports.flatMap(({ names }) => names));

/** "Operation not permitted", and "function not implemented", as this system counts its errors. */
const notPermitted = -63;
const notImplemented = -52;

/** What those say that have a way to say no. Python makes an exception of it. */
const answers: Readonly<Record<string, unknown>> = {
  _emscripten_system: notImplemented,
  _maybe_connect_async: null,
  _maybe_recvfrom_async: null,
  _maybe_sendto_async: null,
  _try_shutdown: 0,
  getaddrinfo: -4,
  getnameinfo: -4,
  getprotobyname: 0,
};

/**
 * Puts a door before every function that Python's program imports and that `open-imports.ts` does not name. All are open
 * while the interpreter starts; `close` shuts them for good. Behind a shut door no JavaScript object is made or touched:
 * a system call fails, and of anything else the interpreter dies, which is a verdict.
 *
 * @param imports what the program is about to be instantiated with; changed in place, since parts that are loaded later
 *   look there too
 * @param program says which of them are functions
 */
export function doorsFor(imports: Imports, program: WebAssembly.Module): { close(): void } {
  let isClosed = false;
  for (const { module, name, kind } of WebAssembly.Module.imports(program)) {
    const group = imports[module];
    if (kind !== 'function' || !group || open.has(name)) continue;
    group[name] = doorTo(name, group[name], () => isClosed);
  }
  return {
    close() {
      isClosed = true;
    },
  };
}

/** What is no plain function, and would suspend the program, is shut from the beginning. */
function doorTo(name: string, target: unknown, isClosed: () => boolean): WebAssembly.ImportValue {
  const door = (...args: unknown[]) =>
    typeof target !== 'function' || isClosed() ? refuse(name) : (target as (...all: unknown[]) => unknown)(...args);
  // Emscripten keeps a function's signature with it.
  return typeof target === 'function' && 'sig' in target ? Object.assign(door, { sig: target.sig }) : door;
}

function refuse(name: string): unknown {
  if (Object.hasOwn(answers, name)) return answers[name];
  if (name.startsWith('__syscall_')) return notPermitted;
  throw new Error('Python here is sealed off from JavaScript');
}
