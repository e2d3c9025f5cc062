import type { Figure } from '../../figures/parts/figure.ts';

/**
 * Figures that are read one after the other: a description that an earlier one has given is not read again. The title of a
 * figure says what it shows.
 */
export function describeOnce(figures: readonly Figure[]): readonly Figure[] {
  return figures.map((figure, i) => {
    const isSaid = figures.slice(0, i).some(({ description }) => description.includes(figure.description));
    return isSaid ? { ...figure, description: '' } : figure;
  });
}
