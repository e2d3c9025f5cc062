import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Control, Setting } from '../../../src/explorables/kit/control.ts';
import type { Explorable } from '../../../src/explorables/kit/explorable.ts';
import { showFigures } from '../../../src/islands/explorable/show-figures.ts';
import { cases } from '../../depth.ts';
import { arbitraryState } from '../../explorables/arbitrary-state.ts';
import { allExplorables, usePages } from './explorable-page.ts';

usePages();

const figuresOf = (explorable: Explorable, state: Explorable['initial']['state']) =>
  explorable.scene(state).view(0).figures;

/** What an element is, without the order of attributes. */
function facts(element: Element): unknown {
  const attributes = Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]));
  const children = [...element.childNodes].map((child) =>
    child.nodeType === child.ELEMENT_NODE ? facts(child as Element) : child.nodeValue,
  );
  return [element.localName, attributes, children];
}

/** Another option than the one that is chosen; `undefined` for what is not chosen but measured. */
function otherOption(control: Control, setting: Setting | undefined): Setting | undefined {
  if (control.kind === 'toggle') return setting !== true;
  if (control.kind === 'choice') return Object.keys(control.options).find((option) => option !== setting);
  return undefined;
}

it.each(allExplorables)(
  '$id: its pictures do not depend on those before them, whatever they stand on',
  (explorable) => {
    const any = arbitraryState(explorable.controls);
    // Where other options are chosen, and back where other numbers are set: a ground is met again under other marks.
    const path = fc.tuple(any, any).map(([first, second]) => {
      const options = Object.entries(explorable.controls).flatMap(([key, control]) => {
        const other = otherOption(control, first[key]);
        return other === undefined ? [] : [[key, other, first[key]] as const];
      });
      const of = (index: 1 | 2) => Object.fromEntries(options.map((one) => [one[0], one[index]]));
      return [first, { ...second, ...of(1) }, { ...second, ...of(2) }] as (typeof first)[];
    });
    fc.assert(
      fc.property(path, (states) => {
        const changing = document.createElement('div');
        for (const state of states) {
          showFigures(changing, 'test', figuresOf(explorable, state));
          const anew = document.createElement('div');
          showFigures(anew, 'test', figuresOf(explorable, state));
          expect(facts(changing)).toEqual(facts(anew));
        }
      }),
      { numRuns: cases(2, 40) },
    );
  },
);
