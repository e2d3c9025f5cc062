import fc from 'fast-check';
import type { State } from '../../../src/explorables/kit/control.ts';
import type { Explorable } from '../../../src/explorables/kit/explorable.ts';
import { arbitrarySetting, arbitraryState } from '../arbitrary-state.ts';
import { faultOf } from './claim.ts';
import { linkOf, saidTexts } from './said-texts.ts';
import { claimTables } from './tables.ts';

/** The first faults, each kind once: false claims, and claims without a check. */
export function claimFaults(explorable: Explorable, count: number, seed: number): string[] {
  const table = claimTables[explorable.id];
  if (table === undefined)
    return [`Nothing checks what ${explorable.id} says. Write tests/explorables/claims/${explorable.id}.ts.`];
  const { controls, initial } = explorable;
  const choices = Object.entries(controls).flatMap(([key, control]): State[] =>
    control.kind === 'choice' ? Object.keys(control.options).map((option) => ({ [key]: option })) : [],
  );
  const named = [{}, ...choices, ...table.also].map((other) => ({ ...initial.state, ...other }));
  const faults = new Map<string, string>();
  for (const state of [...named, ...fc.sample(arbitraryState(controls), { numRuns: count, seed })]) {
    if (table.isBeyondFloats(state)) continue;
    const facts = table.facts(state);
    const parts = [0, 1, ((seed + faults.size) * 0.618034) % 1];
    const guesses = (scene: ReturnType<Explorable['scene']>) =>
      scene.prediction ? fc.sample(arbitrarySetting(scene.prediction.guess), { numRuns: 4, seed }) : [];
    for (const said of saidTexts(explorable, state, { parts, guesses })) {
      const fault = faultOf(table, said, facts);
      if (fault === undefined) continue;
      const kind = `${said.where} ${fault.replace(/[\d.−⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+|\u00a0×\u00a010/g, '')}`;
      if (!faults.has(kind))
        faults.set(
          kind,
          `${explorable.id}, ${said.where}: ${fault} in “${said.text}” in state ${linkOf(explorable, said)}`,
        );
    }
  }
  return [...faults.values()].slice(0, 20);
}
