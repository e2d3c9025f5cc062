import { matters } from '../../src/explorables/kit/control.ts';
import type { Explorable } from '../../src/explorables/kit/explorable.ts';
import type { Position } from '../../src/explorables/kit/state-link.ts';

/**
 * What an explorable has of all that the element which draws it treats in a way of its own, read from its definition: the
 * kinds of its controls, of its question and of its handles, whether it runs, and so on. The first word says of what the
 * trait is.
 */
export function traitsOf({ controls, scene, speed }: Explorable, { state, step }: Position): ReadonlySet<string> {
  const { prediction, lastStep, view, ledger } = scene(state);
  const { figures, handles = [], equation } = view(step);
  const used = Object.values(controls).flatMap((control) => [
    `control: ${control.kind}`,
    ...(control.kind === 'number' && control.step === 'log' ? ['control: by factors'] : []),
    ...(matters(control, state) ? [] : ['control: not always of use']),
  ]);
  const moved = handles.flatMap(({ control, index, figure }) => [
    `handle: ${controls[control]?.kind}`,
    ...(index === undefined ? [] : ['handle: of one of several points']),
    ...(figure === undefined || figure === figures[0]?.name ? [] : ['handle: in another picture than the first']),
  ]);
  const asked =
    prediction === undefined
      ? ['question: none']
      : [`question: ${prediction.guess.kind}${prediction.handle === undefined ? '' : ', in the picture'}`];
  const runs = speed === undefined ? 'run: none' : `run: ${step === lastStep ? 'shown at its end' : 'from its start'}`;
  return new Set([
    ...used,
    ...moved,
    ...asked,
    runs,
    `pictures: ${figures.length > 1 ? 'several' : 'one'}`,
    ...(ledger === undefined ? [] : ['table']),
    ...(/\\d?frac\b/.test(equation) ? ['equation: a fraction'] : []),
    ...(/\\\\/.test(equation) ? ['equation: several lines'] : []),
  ]);
}

/** As few of the items as have all of their traits; in the order of the items, and the same each time. */
export function cover<T>(items: readonly T[], traits: (item: T) => ReadonlySet<string>): T[] {
  const left = new Set(items.flatMap((item) => [...traits(item)]));
  const chosen = new Set<T>();
  while (left.size > 0) {
    const gain = (item: T) => [...traits(item)].filter((trait) => left.has(trait)).length;
    const best = items.reduce((a, b) => (gain(b) > gain(a) ? b : a));
    chosen.add(best);
    for (const trait of traits(best)) left.delete(trait);
  }
  // A later choice may have made an earlier one needless.
  for (const item of [...chosen]) {
    const others = new Set([...chosen].filter((one) => one !== item).flatMap((one) => [...traits(one)]));
    if (traits(item).isSubsetOf(others)) chosen.delete(item);
  }
  return items.filter((item) => chosen.has(item));
}
