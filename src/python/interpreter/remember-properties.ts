type Properties = Record<string, unknown>;

/**
 * Records the own enumerable properties of an object. Byte arrays and lists among their values are copied, other objects
 * are recorded by reference.
 *
 * @returns a function that restores the properties in their order and deletes added ones; it can be called several times
 */
export function rememberProperties(owner: object): () => void {
  const properties = owner as Properties;
  const saved = Object.entries(properties).map(([name, value]) => ({ name, recall: rememberValue(value) }));
  return () => {
    const names = Object.keys(properties);
    const isInOrder = names.length === saved.length && saved.every(({ name }, i) => name === names[i]);
    if (!isInOrder) for (const name of names) delete properties[name];
    for (const { name, recall } of saved) properties[name] = recall();
  };
}

function rememberValue(value: unknown): () => unknown {
  if (value instanceof Uint8Array) return rememberBytes(value);
  if (!Array.isArray(value)) return () => value;
  const items = value.slice();
  return () => items.slice();
}

function rememberBytes(bytes: Uint8Array): () => Uint8Array {
  const saved = bytes.slice();
  return () => {
    bytes.set(saved);
    return bytes;
  };
}
