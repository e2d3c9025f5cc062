/** The directives of Python's `doctest`, and of pytest's, that are honored. */
export const doctestFlags = [
  'ELLIPSIS',
  'NORMALIZE_WHITESPACE',
  'IGNORE_EXCEPTION_DETAIL',
  'DONT_ACCEPT_TRUE_FOR_1',
  'DONT_ACCEPT_BLANKLINE',
  'SKIP',
  // Of pytest: numbers count with the digits that are shown.
  'NUMBER',
  'ALLOW_UNICODE',
  'ALLOW_BYTES',
  'REPORT_UDIFF',
  'REPORT_CDIFF',
  'REPORT_NDIFF',
  'REPORT_ONLY_FIRST_FAILURE',
  'FAIL_FAST',
] as const;

export type DoctestFlag = (typeof doctestFlags)[number];
