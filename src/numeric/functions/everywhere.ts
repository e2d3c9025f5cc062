/** The domain of a function that takes every finite number. */
export const everywhere = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] as const;
