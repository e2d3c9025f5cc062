import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { BlockResult, SessionRequest } from '../../src/python/engine.ts';
import type { FoundPython } from '../../src/python/native/find-pythons.ts';
import { environment } from '../../src/python/native/native-environment.ts';

/** A session, and other codes for its blocks, each to be run alone in place of the block at `at`. */
export interface SessionVariants {
  readonly request: SessionRequest;
  readonly variants: readonly { readonly at: number; readonly code: string }[];
}

export interface VariantResults {
  readonly baseline: readonly BlockResult[];
  /** For each variant, the results from its own block on. */
  readonly variants: readonly (readonly BlockResult[])[];
}

const script = fileURLToPath(new URL('run_variants.py', import.meta.url));

/** Runs all variants on two processes, in the environment that examples have. */
export async function runVariants(
  python: FoundPython,
  modules: readonly string[],
  sessions: readonly SessionVariants[],
  seconds: number,
): Promise<VariantResults[]> {
  const results: VariantResults[] = [];
  // The longest first, in turn to each process, so that both end at about the same time.
  const order = sessions.map((_, i) => i).sort((a, b) => size(sessions[b]) - size(sessions[a]));
  const halves = [0, 1].map((half) => order.filter((_, place) => place % 2 === half));
  await Promise.all(
    halves.map(async (indices) => {
      const lines = await runOne(
        python,
        modules,
        indices.map((i) => sessions[i]),
        seconds,
      );
      for (const [place, i] of indices.entries()) results[i] = JSON.parse(lines[place] ?? '') as VariantResults;
    }),
  );
  return results;
}

function size(session: SessionVariants | undefined): number {
  return session?.variants.length ?? 0;
}

async function runOne(
  python: FoundPython,
  modules: readonly string[],
  sessions: readonly (SessionVariants | undefined)[],
  seconds: number,
): Promise<string[]> {
  const child = spawn(python.executable, ['-B', script], {
    env: environment(process.env),
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const jobs = sessions.map((session) => ({ blocks: session?.request.blocks, variants: session?.variants }));
  child.stdin.end(JSON.stringify({ modules, seconds, sessions: jobs }));
  return (await text(child.stdout)).trimEnd().split('\n');
}
