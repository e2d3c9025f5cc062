import { freezeIntrinsics } from './freeze-intrinsics.ts';

/**
 * What the JavaScript realm around an interpreter keeps. Everything else that is not of the language itself goes: files,
 * processes, network, storage, messages, other workers.
 */
const kept = new Set([
  // Closed below, not removed.
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
  // What Pyodide needs of a worker: text, time, chance, and a class that says that this is one.
  ...['TextDecoder', 'TextEncoder', 'performance', 'crypto', 'setTimeout', 'clearTimeout', 'queueMicrotask', 'URL'],
  ...['console', 'DOMException', 'WorkerGlobalScope', 'self', 'location', 'navigator'],
]);

/**
 * Takes everything from the realm but what {@link kept} names, and the means to make code from text; what is left is
 * frozen. Whoever needs more keeps its own reference, taken before, where no global leads to it.
 *
 * It is the second wall: Python cannot reach JavaScript at all (`embedded.py`); if it could, this is all it would find.
 */
export function closeRealm(realm: typeof globalThis): void {
  for (let owner: object | null = realm; owner && owner !== Object.prototype; owner = Object.getPrototypeOf(owner)) {
    for (const name of Reflect.ownKeys(owner)) {
      if (typeof name === 'string' && !kept.has(name)) remove(owner, name);
    }
  }
  closeCodeMaking(realm);
  freezeIntrinsics(realm);
}

/** A property that cannot be deleted is covered by an own one of the realm that says nothing. */
function remove(owner: object, name: string): void {
  if (Reflect.deleteProperty(owner, name)) return;
  Reflect.defineProperty(owner, name, { value: undefined, writable: false });
}

/**
 * `Function('…')`, `(function () {}).constructor('…')` and their relatives make code from text; here they refuse. The
 * name stays, for `instanceof`.
 */
function closeCodeMaking(realm: typeof globalThis): void {
  const functions = [() => {}, async () => {}, function* () {}, async function* () {}];
  const refuse = () => {
    throw new TypeError('No code is made from text here.');
  };
  refuse.prototype = Function.prototype;
  for (const one of functions) {
    const prototype = Object.getPrototypeOf(one) as object;
    Reflect.defineProperty(prototype, 'constructor', { value: refuse, writable: false, configurable: false });
  }
  Reflect.defineProperty(realm, 'Function', { value: refuse, writable: false, configurable: false });
}
