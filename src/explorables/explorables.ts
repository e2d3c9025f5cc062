import type { Explorable } from './kit/explorable.ts';

/** Every explorable, by the name that a lesson writes. Each is loaded on demand. */
export const explorables: Readonly<Record<string, () => Promise<Explorable>>> = {
  basins: async () => (await import('./basins.ts')).basinsOfAttraction,
  broadcasting: async () => (await import('./broadcasting.ts')).broadcasting,
  'chain-rule': async () => (await import('./chain-rule/chain-rule.ts')).chainRule,
  'contour-walk': async () => (await import('./contour-walk.ts')).contourWalk,
  'deep-chain': async () => (await import('./deep-chain.ts')).deepChain,
  'descent-1d': async () => (await import('./descent-1d.ts')).descent1d,
  'difference-error': async () => (await import('./difference-error.ts')).differenceError,
  halving: async () => (await import('./halving.ts')).halving,
  'ill-conditioning': async () => (await import('./ill-conditioning.ts')).illConditioning,
  'loss-dial': async () => (await import('./loss-dial.ts')).lossDial,
  'mini-batches': async () => (await import('./mini-batches.ts')).miniBatches,
  neuron: async () => (await import('./neuron.ts')).neuron,
  'optimizer-race': async () => (await import('./optimizer-race.ts')).optimizerRace,
  'partial-slices': async () => (await import('./partial-slices.ts')).partialSlices,
  'paths-add': async () => (await import('./paths-add.ts')).pathsAdd,
  'polynomial-fit': async () => (await import('./polynomial-fit.ts')).polynomialFit,
  'rate-regimes': async () => (await import('./rate-regimes.ts')).rateRegimes,
  regression: async () => (await import('./regression/regression.ts')).regression,
  residuals: async () => (await import('./residuals.ts')).residuals,
  saddle: async () => (await import('./saddle.ts')).saddle,
  'secant-tangent': async () => (await import('./secant-tangent/secant-tangent.ts')).secantTangent,
  'steepest-direction': async () => (await import('./steepest-direction.ts')).steepestDirection,
  'two-vectors': async () => (await import('./two-vectors.ts')).twoVectors,
};
