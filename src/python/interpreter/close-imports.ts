import { openImports } from './open-imports.ts';

type Imports = WebAssembly.Imports;

const open = new Set(openImports.flatMap(({ names }) => names));

/** "Operation not permitted", and "function not implemented", as this system counts its errors. */
const notPermitted = -63;
const notImplemented = -52;

/** The error results of the functions that have one; Python turns them into exceptions. */
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
 * Wraps every function that Python's program imports and that `open-imports.ts` does not list. All work while the
 * interpreter starts; `close` disables them for good. A disabled function neither creates nor uses a JavaScript object: a
 * system call fails, and any other function ends the interpreter, which is a verdict.
 *
 * @param imports the imports with which the program will be instantiated; changed in place, since parts that are loaded
 *   later use the same object
 * @param program the program, whose list of imports tells which of them are functions
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

/** The wrapper of one import. Imports that are no plain functions would suspend the program, and are always disabled. */
function doorTo(name: string, target: unknown, isClosed: () => boolean): WebAssembly.ImportValue {
  const door = (...args: unknown[]) =>
    typeof target !== 'function' || isClosed() ? refuse(name) : (target as (...all: unknown[]) => unknown)(...args);
  // Emscripten stores a function's signature as its property.
  return typeof target === 'function' && 'sig' in target ? Object.assign(door, { sig: target.sig }) : door;
}

function refuse(name: string): unknown {
  if (Object.hasOwn(answers, name)) return answers[name];
  if (name.startsWith('__syscall_')) return notPermitted;
  throw new Error('Python here is sealed off from JavaScript');
}
