import type { Explorable } from './explorable.ts';

/** Every explorable, by the name that a lesson writes. Each is loaded when it is asked for. */
export const explorables: Readonly<Record<string, () => Promise<Explorable>>> = {
  'descent-1d': async () => (await import('./descent-1d.ts')).descent1d,
  'mini-batches': async () => (await import('./mini-batches.ts')).miniBatches,
  'optimizer-race': async () => (await import('./optimizer-race.ts')).optimizerRace,
  'polynomial-fit': async () => (await import('./polynomial-fit.ts')).polynomialFit,
  regression: async () => (await import('./regression.ts')).regression,
  'secant-tangent': async () => (await import('./secant-tangent.ts')).secantTangent,
};
