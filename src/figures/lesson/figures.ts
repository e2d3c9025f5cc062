import type { Figure } from '../parts/figure.ts';
import { chainGraph } from './chain-graph.ts';
import { conditioning } from './conditioning.ts';
import { contourGradients } from './contour-gradients.ts';
import { descentPaths } from './descent-paths.ts';
import { differenceError } from './difference-error.ts';
import { learningRates } from './learning-rates.ts';
import { optimizerPaths } from './optimizer-paths.ts';
import { parabolaTangents } from './parabola-tangents.ts';
import { partialSlices } from './partial-slices.ts';
import { quarticDescent } from './quartic-descent.ts';
import { regressionFit } from './regression-fit.ts';
import { regressionLoss } from './regression-loss.ts';
import { saddlePath } from './saddle-path.ts';
import { secantToTangent } from './secant-to-tangent.ts';
import { trainingLoss } from './training-loss.ts';
import { twoWalks } from './two-walks.ts';

/** Every figure that stands in a lesson, by the name that the lesson writes. Computed on demand. */
export const figures: Readonly<Record<string, () => Figure>> = {
  'chain-graph': chainGraph,
  conditioning,
  'contour-gradients': contourGradients,
  'descent-paths': descentPaths,
  'difference-error': differenceError,
  'learning-rates': learningRates,
  'optimizer-paths': optimizerPaths,
  'parabola-tangents': parabolaTangents,
  'partial-slices': partialSlices,
  'quartic-descent': quarticDescent,
  'regression-fit': regressionFit,
  'regression-loss': regressionLoss,
  'saddle-path': saddlePath,
  'secant-to-tangent': secantToTangent,
  'training-loss': trainingLoss,
  'two-walks': twoWalks,
};
