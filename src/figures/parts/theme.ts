/**
 * The colors of all figures, as CSS variables that the page defines. A color means one thing in the whole guide, and
 * one SVG serves light, dark, forced colors and print. No information is given by color alone: lines differ in dash or
 * shape as well, and labels are next to their marks.
 */
export const color = {
  function: 'var(--color-function)',
  tangent: 'var(--color-tangent)',
  gradient: 'var(--color-gradient)',
  step: 'var(--color-step)',
  loss: 'var(--color-loss)',
  ink: 'var(--color-ink)',
  inkSoft: 'var(--color-ink-soft)',
  rule: 'var(--color-rule)',
  ruleStrong: 'var(--color-rule-strong)',
  surface: 'var(--color-surface)',
} as const;

/** Sizes in units of a drawing that is {@link figureWidth} wide. */
export const size = {
  /** Text that names something in the picture. */
  label: 16,
  /** The numbers at the axes. */
  tick: 15,
  /** The line that the picture is about. */
  strong: 2.6,
  /** A second line beside it. */
  line: 2,
  /** Radius of a point that has a label. */
  point: 4.5,
  /** Radius of one point among many. */
  dot: 3,
} as const;

/** On a phone 320 px wide, where about 284 px are left for a picture, labels of 16 are still set in 10 px. */
export const figureWidth = 440;
