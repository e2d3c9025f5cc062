import { freezeIntrinsics } from './freeze-intrinsics.ts';

/**
 * The globals that an interpreter's JavaScript realm keeps. All others are removed: files, processes, network, storage,
 * messages, other workers.
 */
const kept = new Set([
  // Not removed, since they are replaced below by functions that throw.
  'constructor',
  'Function',
  // The language.
  ...['Object', 'Array', 'Map', 'Set', 'WeakMap', 'WeakSet', 'WeakRef', 'FinalizationRegistry', 'Promise', 'Proxy'],
  ...['Reflect', 'Symbol', 'String', 'Number', 'Boolean', 'BigInt', 'Math', 'Date', 'JSON', 'RegExp', 'Intl'],
  ...['Error', 'AggregateError', 'EvalError', 'RangeError', 'ReferenceError', 'SyntaxError', 'TypeError', 'URIError'],
  ...['ArrayBuffer', 'DataView', 'Int8Array', 'Uint8Array', 'Uint8ClampedArray', 'Int16Array', 'Uint16Array'],
  ...['Int32Array', 'Uint32Array', 'Float16Array', 'Float32Array', 'Float64Array', 'BigInt64Array', 'BigUint64Array'],
  ...['globalThis', 'undefined', 'NaN', 'Infinity', 'isNaN', 'isFinite', 'parseInt', 'parseFloat', 'Iterator'],
  ...['encodeURIComponent', 'decodeURIComponent', 'encodeURI', 'decodeURI', 'SuppressedError', 'WebAssembly'],
  // Pyodide needs these: text encoding, time, random numbers, and a class that identifies a worker.
  ...['TextDecoder', 'TextEncoder', 'performance', 'crypto', 'setTimeout', 'clearTimeout', 'queueMicrotask', 'URL'],
  ...['console', 'DOMException', 'WorkerGlobalScope', 'self', 'location', 'navigator'],
]);

/**
 * Removes every global that is not on the list {@link kept}, disables code generation from text, and freezes the rest.
 * Save what you need later in a module variable before the call, so that no global leads to it.
 *
 * This is the second layer of the sandbox. The first one prevents Python from reaching JavaScript at all (`embedded.py`);
 * if it fails, only these globals are available.
 */
export function lockDownGlobals(realm: typeof globalThis): void {
  for (let owner: object | null = realm; owner && owner !== Object.prototype; owner = Object.getPrototypeOf(owner)) {
    for (const name of Reflect.ownKeys(owner)) {
      if (typeof name === 'string' && !kept.has(name)) remove(owner, name);
    }
  }
  disableCodeGeneration(realm);
  freezeIntrinsics(realm);
}

/** Deletes a property; one that cannot be deleted is overwritten with `undefined`. */
function remove(owner: object, name: string): void {
  if (Reflect.deleteProperty(owner, name)) return;
  Reflect.defineProperty(owner, name, { value: undefined, writable: false });
}

/**
 * Makes `Function('…')`, `(function () {}).constructor('…')` and the constructors of generators and async functions throw
 * a TypeError. `Function.prototype` stays, for `instanceof`.
 */
function disableCodeGeneration(realm: typeof globalThis): void {
  const functions = [() => {}, async () => {}, function* () {}, async function* () {}];
  const refuse = () => {
    throw new TypeError('Code generation from text is disabled here.');
  };
  refuse.prototype = Function.prototype;
  for (const one of functions) {
    const prototype = Object.getPrototypeOf(one) as object;
    Reflect.defineProperty(prototype, 'constructor', { value: refuse, writable: false, configurable: false });
  }
  Reflect.defineProperty(realm, 'Function', { value: refuse, writable: false, configurable: false });
}
