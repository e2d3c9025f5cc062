import type { BlockEnd } from '../engine.ts';

/**
 * Why a run was ended by force, and what to do; `undefined` for one that ended by itself, or that the
 * reader stopped.
 */
export function explainEnd({ how }: { readonly how: BlockEnd['how'] | 'stopped' }): string | undefined {
  switch (how) {
    case 'timed out':
      return 'It took too long and was stopped. Look for a loop that never ends: does something in it change the condition of `while`? Or take fewer steps.';
    case 'flooded':
      return 'It printed more than a page can hold and was stopped. Print less, for instance every hundredth step.';
    case 'died':
      return 'Python itself ended, perhaps because it ran out of memory. It is started again for the next run.';
    case 'stopped':
      return undefined;
    case 'not run':
      return 'An example before this one in its session ended Python, so this one was not run.';
    default:
      return undefined;
  }
}
