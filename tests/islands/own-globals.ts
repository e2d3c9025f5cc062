import { afterAll, vi } from 'vitest';

/**
 * The files of a worker share its globals and its modules, which is quicker. Here each begins with neither the globals of
 * an earlier file’s page nor modules that keep parts of it.
 */
const before = Object.getOwnPropertyDescriptors(globalThis);
afterAll(() => {
  vi.resetModules();
  for (const name of Object.keys(Object.getOwnPropertyDescriptors(globalThis))) {
    if (!Object.hasOwn(before, name)) Reflect.deleteProperty(globalThis, name);
  }
  for (const [name, descriptor] of Object.entries(before)) {
    if (!same(descriptor, Object.getOwnPropertyDescriptor(globalThis, name)))
      Object.defineProperty(globalThis, name, descriptor);
  }
});

function same(a: PropertyDescriptor, b: PropertyDescriptor | undefined): boolean {
  return b !== undefined && a.value === b.value && a.get === b.get && a.set === b.set;
}
