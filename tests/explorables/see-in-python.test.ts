import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { explorables } from '../../src/explorables/explorables.ts';
import type { State } from '../../src/explorables/kit/control.ts';
import type { Explorable, Scene } from '../../src/explorables/kit/explorable.ts';
import { defaultLimits } from '../../src/python/engine.ts';
import { startNativeHost } from '../../src/python/native/native-host.ts';
import { cases } from '../depth.ts';
import { machinePythons } from '../python/machine-pythons.ts';
import { arbitraryState } from './arbitrary-state.ts';

const python = machinePythons.find(({ numpy }) => numpy !== null);
if (!python) throw new Error('No Python with NumPy was found. `npm test` sets one up.');
// Imported once: of most programs, the import takes nearly all of the time.
const host = startNativeHost(python, ['numpy']);
afterAll(() => host.close());

const all = await Promise.all(Object.values(explorables).map((load) => load()));

/** The exceptions of Python where the page says that there is no number. */
const arithmetic = /ZeroDivisionError|OverflowError|ValueError: (?:math domain error|expected a)|must be real number/;
const noNumber = /none|no (?:value|slope|tangent|number)|too large|Diverged|×\s10/i;

interface Shot {
  readonly state: State;
  readonly scene: Scene;
  readonly step: number;
}

async function printedBy(shots: readonly Shot[]): Promise<{ text: string; raised: string | undefined }[]> {
  const programs = shots.map(({ scene, step }) => {
    const code = scene.code(step).map((line) => (typeof line === 'string' ? line : line[0]));
    return { blocks: [{ code: code.join('\n'), values: [] }] };
  });
  const results = await host.run(programs, { ...defaultLimits });
  return results.map(([result]) => ({
    text: Buffer.from(result?.stdout ?? '', 'base64').toString(),
    raised: result?.end.how === 'returned' ? undefined : JSON.stringify(result?.end ?? 'nothing came back'),
  }));
}

/** Numbers as both sides write them. */
function numbersIn(text: string): string[] {
  return (text.replaceAll('−', '-').match(/-?\d+\.\d{2,}(?!\d*e)/g) ?? []).map((one) =>
    one.replace(/^-(?=0\.0+$)/, ''),
  );
}

/** The numbers beside the picture that are numbers, by their label. */
function readouts({ scene, step }: Shot): Map<string, string> {
  const shown = scene.view(step).readouts.map(({ label, value }) => [label, numbersIn(value)[0] ?? ''] as const);
  return new Map(
    shown.filter(([, value], i) => value !== '' && !noNumber.test(scene.view(step).readouts[i]?.value ?? '')),
  );
}

function shotsOf({ controls, scene, initial }: Explorable): Shot[] {
  const arbitrary = fc.tuple(arbitraryState(controls), fc.nat(1000), fc.boolean());
  return fc.sample(arbitrary, { numRuns: cases(4, 40), seed: 5 }).map(([state, any, here]) => {
    const { lastStep } = scene(state);
    return { state, scene: scene(state), step: here ? Math.min(initial.step, lastStep) : any % (lastStep + 1) };
  });
}

describe.each(all)('$id in Python', (explorable) => {
  const { scene, initial } = explorable;
  const first: Shot = { state: initial.state, scene: scene(initial.state), step: initial.step };
  const shots = shotsOf(explorable);

  it('runs from every state, and prints the numbers next to the picture', async () => {
    const [printed, ...others] = await printedBy([first, ...shots]);
    expect(printed?.raised).toBeUndefined();
    const known = numbersIn(printed?.text ?? '');
    const values = [...readouts(first).values()];
    // Two that are alike at first may be so by chance.
    const isSaid = (value: string) => known.includes(value) && values.indexOf(value) === values.lastIndexOf(value);
    const said = [...readouts(first)].filter(([, value]) => isSaid(value)).map(([label]) => label);
    others.forEach(({ text, raised }, i) => {
      const shot = shots[i] as Shot;
      const view = shot.scene.view(shot.step);
      const where = `${JSON.stringify(shot.state)} at step ${shot.step}`;
      if (raised !== undefined) {
        expect(raised, where).toMatch(arithmetic);
        expect([view.note, view.sentence, ...view.readouts.map(({ value }) => value)].join(' '), where).toMatch(
          noNumber,
        );
        return;
      }
      if (shot.step !== initial.step) return;
      const [shown, out] = [readouts(shot), numbersIn(text)];
      for (const label of said) {
        const value = shown.get(label);
        if (value !== undefined) expect(out, `${label}, ${where}`).toContain(value);
      }
    });
  });
});

it('tells of a walk that does not arrive no number of steps to the bottom', async () => {
  const valley = all.find(({ id }) => id === 'ill-conditioning') as Explorable;
  const shots = [1.2, 0.0005, 0.004].map((rate): Shot => {
    const state = { ...valley.initial.state, choose: 'own', rate, condition: 300 };
    return { state, scene: valley.scene(state), step: 0 };
  });
  const printed = await printedBy(shots);
  printed.forEach(({ text }, i) => {
    const { scene, step } = shots[i] as Shot;
    const [steps] = scene.view(step).readouts.map(({ value }) => value);
    const needed = /^\d+$/.test(steps ?? '') ? steps : 'none';
    expect(text.split('\n')[1]?.trim().split(/\s+/)).toEqual(['300', needed]);
  });
});

it('stops an optimizer that diverges where the page stops it', async () => {
  const race = all.find(({ id }) => id === 'optimizer-race') as Explorable;
  const settings = [{ plain: 2, momentum: 2 }, { plain: 2 }, { momentum: 1.9, surface: 'valley' }];
  const shots = settings.map((other): Shot => {
    const state = { ...race.initial.state, surface: 'narrow', ...other };
    return { state, scene: race.scene(state), step: 200 };
  });
  const printed = await printedBy(shots);
  printed.forEach(({ text }, i) => {
    const { scene, step } = shots[i] as Shot;
    const cells = scene.ledger?.row(step).slice(1) ?? [];
    const shown = cells.map((cell) =>
      Number(
        cell
          .replace(/\s×\s10/, 'e')
          .replace(/[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (sign) => '-0123456789'['⁻⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(sign)] ?? ''),
      ),
    );
    const larger = [...text.matchAll(/larger (\S+)/g)].map(([, value]) => Number(value));
    expect(larger).toHaveLength(4);
    larger.forEach((value, k) => {
      const other = shown[k] ?? Number.NaN;
      expect(Math.abs(value - other), `${text}\n${cells}`).toBeLessThan(0.05 * Math.abs(other) + 1e-4);
    });
  });
});

it('prints where RMSProp is on its wild way, on which a last bit grows to whole digits', async () => {
  const race = all.find(({ id }) => id === 'optimizer-race') as Explorable;
  const shots = [0.05, 0.065, 0.08, 0.35].flatMap((rms) =>
    [50, 125, 200].map((step): Shot => {
      const state = { ...race.initial.state, surface: 'turned', rms };
      return { state, scene: race.scene(state), step };
    }),
  );
  const printed = await printedBy(shots);
  printed.forEach(({ text }, i) => {
    const { scene, step, state } = shots[i] as Shot;
    const larger = /RMSProp .* larger (\S+)/.exec(text)?.[1];
    expect(larger, `${JSON.stringify(state)} at step ${step}`).toBe(scene.ledger?.row(step)[3]);
  });
});
