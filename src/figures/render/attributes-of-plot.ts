/**
 * Attributes of Plot that a figure does not keep: a picture is one image with one description, and `font-variant`, which SVG
 * has no such value of, is set by the stylesheet.
 */
export const attributesOfPlot = ['aria-label', 'aria-hidden', 'aria-description', 'font-variant'] as const;
