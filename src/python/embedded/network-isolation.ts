import { spawnSync } from 'node:child_process';

/** What a command is put behind so that it has no network, or why that is not possible here. */
export type NetworkWall = { readonly command: readonly string[] } | { readonly missing: string };

const ways: readonly (readonly string[])[] = [
  ['unshare', '--net', '--'],
  // Who is not root gets a network namespace only together with a user namespace.
  ['unshare', '--user', '--map-root-user', '--net', '--'],
];

/** Finds out, by doing it, how a process can be started in a network namespace of its own: one with no way out. */
export function findNetworkWall(): NetworkWall {
  const command = ways.find(([program = '', ...args]) => spawnSync(program, [...args, 'true']).status === 0);
  return command ? { command } : { missing: 'this system gives it no network namespace of its own' };
}
