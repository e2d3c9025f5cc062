/** The real numbers: the domain of a function that takes every finite number. */
export const allReals = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] as const;
