import type { Example, Fence } from '../example.ts';
import { containerAt } from './colon-containers.ts';
import { isInExercises } from './page-around.ts';
import { endsWithException } from './pair-outputs.ts';
import type { ReadFence } from './read-fence.ts';
import type { Step } from './unmarked-outputs.ts';

/** The outputs of a guide that stand apart from any code, by what their places tell. */
export interface PlacedOrphans {
  /** All examples, some of them with outputs that were found for them. */
  readonly examples: readonly Example[];
  /** Outputs that should belong to an example, and belong to none. */
  readonly orphans: readonly Fence[];
  /** Outputs of something else, or of code that is not there. */
  readonly others: readonly { readonly fence: Fence; readonly reason: string }[];
  /** How many belong to Python that is not run. */
  readonly ofNone: number;
}

interface Page {
  readonly steps: readonly Step[];
  readonly examples: readonly Example[];
  readonly text: string;
}

/**
 * Places the outputs for which `pairOutputs` found no code beside them. The code may be in tabs before it; after an output,
 * another one is a further part of what the same code prints; and after code of another language it is that code's. In an
 * exercise an output may stand apart from its code, or be that of the reader's own.
 */
export function placeOrphans(orphans: readonly ReadFence[], page: Page): PlacedOrphans {
  const steps = [...page.steps].sort((a, b) => a.offset - b.offset);
  const examples = new Map(page.examples.map((example) => [example.code.span.start, example]));
  const owners = new Map(
    page.examples.flatMap((one) => fencesOf(one).map((fence) => [fence.span.start, one.code.span.start])),
  );
  const sessions = new Set(page.examples.flatMap(({ prompt }) => prompt?.fence ?? []));
  const left: Fence[] = [];
  const others: { fence: Fence; reason: string }[] = [];
  let ofNone = 0;
  for (const read of [...orphans].sort((a, b) => a.fence.span.start - b.fence.span.start)) {
    const { fence, language } = read;
    const start = fence.span.start;
    const at = steps.findIndex(({ offset }) => offset === start);
    const before = steps.slice(0, at).findLast(({ is }) => is !== 'heading');
    const isBeside = before !== undefined && steps[at - 1] === before && language !== 'error';
    const owner = before && (before.is === 'code' ? before.offset : owners.get(before.offset));
    const example = owner === undefined ? undefined : examples.get(owner);
    const reason = reasonOf(page.text, start) ?? reasonOfStep(before) ?? reasonOfError(read);
    const isSession = owner !== undefined && sessions.has(owner);
    if (isBeside && example && owner !== undefined && containerAt(page.text, start) === undefined) {
      examples.set(owner, withOutput(example, fence));
      owners.set(start, owner);
    } else if (isBeside && !example && !isSession && (before.is === 'code' || before.is === 'output')) ofNone += 1;
    else if (reason !== undefined) others.push({ fence, reason });
    else left.push(fence);
  }
  return {
    examples: page.examples.map((one) => examples.get(one.code.span.start) ?? one),
    orphans: left,
    others,
    ofNone,
  };
}

function fencesOf({ output, error }: Example): Fence[] {
  return [output, error].filter((fence) => fence !== undefined);
}

function withOutput(example: Example, fence: Fence): Example {
  if (example.output) return { ...example, more: [...(example.more ?? []), fence] };
  const { unmarked: _, ...rest } = example;
  return { ...rest, output: fence, shownBy: 'announced fence' };
}

function reasonOf(text: string, offset: number): string | undefined {
  const container = containerAt(text, offset) ?? (isInExercises(text, offset) ? 'section of exercises' : undefined);
  return container && `it shows an output in a \`${container}\`, apart from the code that may print it`;
}

function reasonOfError({ fence, language }: ReadFence): string | undefined {
  const isApart = language !== 'error' && endsWithException(fence.text);
  return isApart ? 'it shows an error, apart from the code that may raise it' : undefined;
}

function reasonOfStep(before: Step | undefined): string | undefined {
  const isOther = before && ['shell', 'plain', 'end'].includes(before.is);
  return isOther ? 'it shows an output, and what stands before it is no Python' : undefined;
}
