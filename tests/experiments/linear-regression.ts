import type { PageExperiments } from './experiment.ts';
import { batchExperiments } from './regression-batches.ts';
import { featureExperiments } from './regression-features.ts';
import { lineExperiments, runExperiments } from './regression-line.ts';
import { absoluteErrorExperiments, outlierExperiments } from './regression-losses.ts';
import { optimizerExperiments } from './regression-optimizers.ts';
import { polynomialExperiments } from './regression-polynomials.ts';

export const linearRegressionLesson: PageExperiments = {
  page: 'guide/06-linear-regression',
  recomputed: { ...lineExperiments, ...absoluteErrorExperiments },
  notRecomputed: {
    'solution-mae-gradients':
      'Three steps on three points; `solution-absolute` walks with the same functions and is computed.',
    'bug-product-of-means': 'A program with a mistake in it, which the reader finds.',
  },
};

export const whatTheRunFoundLesson: PageExperiments = {
  page: 'guide/07-what-the-run-found',
  recomputed: { ...runExperiments, ...outlierExperiments, ...polynomialExperiments, ...featureExperiments },
  notRecomputed: {
    'solution-parabola':
      'Four points that lie on a parabola; `parabola` walks with the same functions and is computed.',
    'solution-features': 'Two rows of whole numbers; `features` has the same gradient and is computed.',
    'solution-typing-error': 'Its numbers are among those of `solution-outlier`, which are computed.',
  },
};

export const fasterDescentsLesson: PageExperiments = {
  page: 'guide/08-faster-descents',
  recomputed: { ...batchExperiments, ...optimizerExperiments },
  notRecomputed: {
    'solution-batches': 'Two full batches of three points; `mini-batches` trains in the same way and is computed.',
    'solution-adam': 'One step of the learning rate each, as the first step of `adam`, which is computed.',
    'solution-schedule': 'Five rates of the schedule that `schedule` prints, which is computed.',
  },
};
