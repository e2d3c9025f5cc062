/** The key under which a browser stores the colors that the reader has chosen: `light`, `dark`, or none of both. */
export const themeKey = 'calculus-for-ml theme';

/** The event with which the switch tells the page of a choice, as its `detail`. */
export const themeEvent = 'choose-theme';
