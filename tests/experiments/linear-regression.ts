import type { PageExperiments } from './experiment.ts';
import { batchExperiments } from './regression-batches.ts';
import { featureExperiments } from './regression-features.ts';
import { lineExperiments } from './regression-line.ts';
import { lossExperiments } from './regression-losses.ts';
import { optimizerExperiments } from './regression-optimizers.ts';
import { polynomialExperiments } from './regression-polynomials.ts';

export const linearRegressionLesson: PageExperiments = {
  page: 'guide/06-linear-regression',
  recomputed: {
    ...lineExperiments,
    ...lossExperiments,
    ...polynomialExperiments,
    ...batchExperiments,
    ...featureExperiments,
    ...optimizerExperiments,
  },
  notRecomputed: {},
};
