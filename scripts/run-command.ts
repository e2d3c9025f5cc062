import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The project's root folder. */
export const root = fileURLToPath(new URL('..', import.meta.url));

export interface CommandOptions {
  /** Variables on top of those of this process. */
  readonly env?: Readonly<Record<string, string>>;
  /** Hold the output back, and print it only when the command fails. */
  readonly quiet?: boolean;
}

/** Runs a package's command (`astro`, `vitest`, …) in the project's root and returns its exit code. */
export function runCommand(name: string, args: readonly string[], options: CommandOptions = {}): Promise<number> {
  const held: Buffer[] = [];
  const child = spawn(`${root}/node_modules/.bin/${name}`, args, {
    cwd: root,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...options.env },
    stdio: ['ignore', options.quiet ? 'pipe' : 'inherit', options.quiet ? 'pipe' : 'inherit'],
  });
  child.stdout?.on('data', (chunk: Buffer) => held.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => held.push(chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (code !== 0) process.stdout.write(Buffer.concat(held));
      resolve(code ?? 1);
    });
  });
}
