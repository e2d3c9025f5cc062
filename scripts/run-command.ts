import { spawn } from 'node:child_process';
import { setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';

/** The project's root folder. */
export const root = fileURLToPath(new URL('..', import.meta.url));

export interface CommandOptions {
  /** Environment variables in addition to those of this process. */
  readonly env?: Readonly<Record<string, string>>;
  /** Hold the output back until the command has ended; then print it, always or only if the command failed. */
  readonly hold?: 'unless it fails' | 'until it ends';
  /** Give way to the other commands: what this one does can wait, and others wait for them. */
  readonly givesWay?: boolean;
}

/** Colors are for terminals only: in a log, control characters make the text hard to read. */
const isTerminal = process.stdout.isTTY && !process.env['NO_COLOR'];
const withoutColor = isTerminal ? {} : { NO_COLOR: '1', FORCE_COLOR: '0' };

/** A third of the processor beside one other command: with less, what has a time limit could reach it. */
const lowered = 5;

/** Runs a package's command (`astro`, `vitest`, …) in the project's root and returns its exit code. */
export function runCommand(name: string, args: readonly string[], options: CommandOptions = {}): Promise<number> {
  const { env, hold, givesWay = false } = options;
  const held: Buffer[] = [];
  const child = spawn(`${root}/node_modules/.bin/${name}`, args, {
    cwd: root,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...withoutColor, ...env },
    stdio: ['ignore', hold ? 'pipe' : 'inherit', hold ? 'pipe' : 'inherit'],
  });
  if (givesWay && child.pid !== undefined) setPriority(child.pid, lowered);
  child.stdout?.on('data', (chunk: Buffer) => held.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => held.push(chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (code !== 0 || hold === 'until it ends') printHeld(Buffer.concat(held).toString());
      resolve(code ?? 1);
    });
  });
}

/** Removes control characters, since some commands print colors in spite of NO_COLOR. */
function printHeld(text: string): void {
  process.stdout.write(isTerminal ? text : stripVTControlCharacters(text));
}
