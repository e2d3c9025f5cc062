import { basins } from './basins.ts';
import { broadcasting } from './broadcasting.ts';
import { chainRule } from './chain-rule.ts';
import type { ClaimTable } from './claim.ts';
import { contourWalk } from './contour-walk.ts';
import { deepChain } from './deep-chain.ts';
import { descent1d } from './descent-1d.ts';
import { differenceError } from './difference-error.ts';
import { halving } from './halving.ts';
import { illConditioning } from './ill-conditioning.ts';
import { lossDial } from './loss-dial.ts';
import { miniBatches } from './mini-batches.ts';
import { neuron } from './neuron.ts';
import { optimizerRace } from './optimizer-race.ts';
import { partialSlices } from './partial-slices.ts';
import { pathsAdd } from './paths-add.ts';
import { polynomialFit } from './polynomial-fit.ts';
import { rateRegimes } from './rate-regimes.ts';
import { regression } from './regression.ts';
import { residuals } from './residuals.ts';
import { saddle } from './saddle.ts';
import { secantTangent } from './secant-tangent.ts';
import { steepestDirection } from './steepest-direction.ts';
import { twoVectors } from './two-vectors.ts';

/** The claims of each explorable, with their checks. */
export const claimTables: Readonly<Record<string, ClaimTable>> = {
  basins,
  broadcasting,
  'chain-rule': chainRule,
  'contour-walk': contourWalk,
  'deep-chain': deepChain,
  'descent-1d': descent1d,
  'difference-error': differenceError,
  halving,
  'ill-conditioning': illConditioning,
  'loss-dial': lossDial,
  'mini-batches': miniBatches,
  neuron,
  'optimizer-race': optimizerRace,
  'partial-slices': partialSlices,
  'paths-add': pathsAdd,
  'polynomial-fit': polynomialFit,
  'rate-regimes': rateRegimes,
  regression,
  residuals,
  saddle,
  'secant-tangent': secantTangent,
  'steepest-direction': steepestDirection,
  'two-vectors': twoVectors,
};
