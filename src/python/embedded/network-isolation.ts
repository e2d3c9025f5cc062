import { spawnSync } from 'node:child_process';

/** The command prefix that starts a process without a network, or the reason why this system has none. */
export type NetworkIsolation = { readonly command: readonly string[] } | { readonly missing: string };

const prefixes: readonly (readonly string[])[] = [
  ['unshare', '--net', '--'],
  // Without root a network namespace is allowed only inside a user namespace.
  ['unshare', '--user', '--map-root-user', '--net', '--'],
];

/**
 * Finds a command prefix that starts a process in a network namespace of its own, by trying each one. Blocks until `true`
 * has been run with it (some milliseconds).
 */
export function findNetworkIsolation(): NetworkIsolation {
  const command = prefixes.find(([program = '', ...args]) => spawnSync(program, [...args, 'true']).status === 0);
  return command ? { command } : { missing: 'this system gives it no network namespace of its own' };
}
