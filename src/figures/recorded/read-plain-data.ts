/**
 * Reads a value of a known shape out of plain data that may be anything.
 * Throws a TypeError that names the place (`path`) and what should stand there.
 */
export type Reader<T> = (value: unknown, path: string) => T;

/** The result of a reader. */
export type Read<R> = R extends Reader<infer T> ? T : never;

function fail(path: string, wanted: string, value: unknown): never {
  const found =
    typeof value === 'string' ? JSON.stringify(value.slice(0, 40)) : Array.isArray(value) ? 'a list' : String(value);
  throw new TypeError(`${path} should be ${wanted}, and is ${found}`);
}

const unbounded: Readonly<Record<string, number>> = {
  nan: Number.NaN,
  inf: Number.POSITIVE_INFINITY,
  '-inf': Number.NEGATIVE_INFINITY,
};

/** A number; those that JSON has no sign for are the words `nan`, `inf` and `-inf`. */
export const number: Reader<number> = (value, path) => {
  if (typeof value === 'number') return value;
  const word = typeof value === 'string' && Object.hasOwn(unbounded, value) ? unbounded[value] : undefined;
  return word ?? fail(path, 'a number', value);
};

/** A number that is finite. */
export const finite: Reader<number> = (value, path) =>
  typeof value === 'number' && Number.isFinite(value) ? value : fail(path, 'a finite number', value);

/** A finite number above 0, such as a length or a ratio. */
export const positive: Reader<number> = (value, path) =>
  typeof value === 'number' && value > 0 && value < Number.POSITIVE_INFINITY
    ? value
    : fail(path, 'a number above 0', value);

/** A number from 0 to 1. */
export const portion: Reader<number> = (value, path) =>
  typeof value === 'number' && value >= 0 && value <= 1 ? value : fail(path, 'a number from 0 to 1', value);

export const flag: Reader<boolean> = (value, path) =>
  typeof value === 'boolean' ? value : fail(path, 'true or false', value);

/** A text of at most 2000 characters. */
export const text: Reader<string> = (value, path) =>
  typeof value === 'string' && value.length <= 2000 ? value : fail(path, 'a text of at most 2000 characters', value);

/** A color `#rrggbb`, perhaps with two more digits for how solid it is. Nothing else gets into a drawing. */
export const color: Reader<string> = (value, path) =>
  typeof value === 'string' && /^#[0-9a-f]{6}([0-9a-f]{2})?$/.test(value) ? value : fail(path, 'a color', value);

/** One of these words. */
export function oneOf<const T extends string>(...words: readonly T[]): Reader<T> {
  return (value, path) => words.find((word) => word === value) ?? fail(path, `one of ${words.join(', ')}`, value);
}

/** Nothing, or what `read` reads. */
export function optional<T>(read: Reader<T>): Reader<T | null> {
  return (value, path) => (value === null ? null : read(value, path));
}

/** The result of the first of two readers, or else of the second. */
export function either<A, B>(is: (value: unknown) => boolean, first: Reader<A>, second: Reader<B>): Reader<A | B> {
  return (value, path) => (is(value) ? first(value, path) : second(value, path));
}

/** A list, each of its items as `read` reads it; at most `most` of them. */
export function list<T>(read: Reader<T>, most = 500_000): Reader<readonly T[]> {
  return (value, path) => {
    if (!Array.isArray(value)) return fail(path, 'a list', value);
    if (value.length > most)
      throw new TypeError(`${path} has ${value.length} items, more than the ${most} that are drawn`);
    return value.map((item: unknown, i) => read(item, `${path}[${i}]`));
  };
}

/** A list of at least one item. */
export function nonEmpty<T>(read: Reader<readonly T[]>): Reader<readonly T[]> {
  return (value, path) => {
    const found = read(value, path);
    return found.length > 0 ? found : fail(path, 'a list of at least one value', value);
  };
}

/** A list of exactly `count` items. */
export function listOf<T>(read: Reader<T>, count: number): Reader<readonly T[]> {
  const items = list(read, count);
  return (value, path) => {
    const found = items(value, path);
    return found.length === count ? found : fail(path, `${count} values`, value);
  };
}

/** A list of exactly two items. */
export function pair<T>(read: Reader<T>): Reader<readonly [T, T]> {
  const items = list(read, 2);
  return (value, path) => {
    const [first, second] = items(value, path);
    return first === undefined || second === undefined ? fail(path, 'two values', value) : [first, second];
  };
}

type Fields<T> = { readonly [K in keyof T]: Read<T[K]> };

/**
 * An object with these fields; any other it may have is left behind.
 *
 * @param fault returns the fault between the fields, if any: the end of a sentence that begins with the path.
 */
export function record<T extends Record<string, Reader<unknown>>>(
  fields: T,
  fault?: (found: Fields<T>) => string | undefined,
): Reader<Fields<T>> {
  return (value, path) => {
    if (typeof value !== 'object' || value === null) return fail(path, 'an object', value);
    const given = new Map(Object.entries(value));
    const read = Object.entries(fields).map(([name, reader]) => [name, reader(given.get(name), `${path}.${name}`)]);
    const found = Object.fromEntries(read) as Fields<T>;
    const wrong = fault?.(found);
    if (wrong !== undefined) throw new TypeError(path + wrong);
    return found;
  };
}

/** The fault where a list has another length than the first one. A field that is not a list applies to all items. */
export function sameLength(first: string, ...others: readonly string[]) {
  const countOf = (list: unknown) => (Array.isArray(list) ? list.length : undefined);
  return (found: Readonly<Record<string, unknown>>): string | undefined => {
    const wanted = countOf(found[first]);
    const odd = others.find((name) => (countOf(found[name]) ?? wanted) !== wanted);
    return odd && `.${odd} should have as many values as ${first}, ${wanted}, and has ${countOf(found[odd])}`;
  };
}

/** One of several kinds of object, distinguished by their field `kind`. */
export function oneKind<T extends Record<string, Reader<object>>>(
  kinds: T,
): Reader<{ [K in keyof T]: Read<T[K]> & { readonly kind: K } }[keyof T]> {
  return (value, path) => {
    const kind = typeof value === 'object' && value !== null && 'kind' in value ? value.kind : undefined;
    const reader = typeof kind === 'string' && Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
    if (!reader) return fail(`${path}.kind`, `one of ${Object.keys(kinds).join(', ')}`, kind);
    return { ...reader(value, path), kind } as never;
  };
}
