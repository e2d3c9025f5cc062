/**
 * Freezes the language's objects and prototypes that can be reached from `realm`, and those that only literals lead to, so
 * that code in the realm cannot change them. The global object itself is not frozen.
 *
 * An object can still get an own property with the name of a property of a frozen prototype, as in `error.name = …`.
 */
export function freezeIntrinsics(realm: typeof globalThis): void {
  const seen = new Set<object>([realm]);
  const waiting: unknown[] = [...ownValues(realm), ...hiddenIntrinsics()];
  for (let next = waiting.pop(); next !== undefined || waiting.length > 0; next = waiting.pop()) {
    if (!isObject(next) || seen.has(next)) continue;
    seen.add(next);
    waiting.push(Object.getPrototypeOf(next), ...ownValues(next));
  }
  seen.delete(realm);
  for (const one of seen) freeze(one);
}

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

function ownValues(owner: object): unknown[] {
  return Object.values(Object.getOwnPropertyDescriptors(owner)).flatMap(({ value, get, set }) => [value, get, set]);
}

/** Intrinsic objects that no global name leads to. */
function hiddenIntrinsics(): unknown[] {
  const functions = [() => {}, async () => {}, function* () {}, async function* () {}];
  const iterators = [[][Symbol.iterator](), new Map().entries(), new Set().values(), ''[Symbol.iterator]()];
  return [...functions, ...iterators, 'a'.matchAll(/a/g), Reflect.getPrototypeOf(Int8Array)].map((one) =>
    Object.getPrototypeOf(one),
  );
}

function freeze(one: object): void {
  // Views of memory cannot be frozen, and their contents are not part of the language.
  if (ArrayBuffer.isView(one)) return;
  for (const name of overridden) allowOwn(one, name);
  Object.freeze(one);
}

/**
 * Turns a writable property of a prototype into a getter and a setter, which defines an own property of the object: an
 * assignment to a read-only property of a prototype would fail.
 */
function allowOwn(prototype: object, name: string): void {
  const { value, writable, configurable, enumerable } = Object.getOwnPropertyDescriptor(prototype, name) ?? {};
  if (!writable || !configurable) return;
  Object.defineProperty(prototype, name, {
    get: () => value,
    set(this: unknown, own: unknown) {
      if (this === prototype && own === value) return;
      if (!isObject(this) || this === prototype) throw new TypeError('It is frozen.');
      Object.defineProperty(this, name, { value: own, writable: true, enumerable: true, configurable: true });
    },
    enumerable: enumerable ?? false,
    configurable: false,
  });
}

/** Names that programs assign to their own objects; Emscripten sets the same `sig` on `Math`'s functions at each start. */
const overridden = ['constructor', 'name', 'message', 'stack', 'toString', 'valueOf', 'toJSON', 'sig'] as const;
