/**
 * Freezes the objects and prototypes of the language that `realm` still leads to, and those that only literals lead to:
 * what is in the realm now is what all later code in it finds. The realm's global object itself stays as it is.
 *
 * An object may go on to have an own property of the name that a frozen prototype has, as `error.name = …` wants it.
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

/** Those that no name leads to. */
function hiddenIntrinsics(): unknown[] {
  const functions = [() => {}, async () => {}, function* () {}, async function* () {}];
  const iterators = [[][Symbol.iterator](), new Map().entries(), new Set().values(), ''[Symbol.iterator]()];
  return [...functions, ...iterators, 'a'.matchAll(/a/g), Reflect.getPrototypeOf(Int8Array)].map((one) =>
    Object.getPrototypeOf(one),
  );
}

function freeze(one: object): void {
  // Memory cannot be frozen, and its contents are not the language's.
  if (ArrayBuffer.isView(one)) return;
  for (const name of overridden) allowOwn(one, name);
  Object.freeze(one);
}

/**
 * Assigning to a property that a prototype has and that cannot be written fails; so what could be written becomes a pair
 * of functions, of which the second one gives the object an own property.
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

/** What programs give objects of their own; `sig` is what Emscripten writes, the same at each start, on `Math`'s functions. */
const overridden = ['constructor', 'name', 'message', 'stack', 'toString', 'valueOf', 'toJSON', 'sig'] as const;
