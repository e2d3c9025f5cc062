import type { FindingKind } from './finding.ts';

/** The meaning of each kind of finding, in one sentence: the rules of a SARIF file, and the kinds of the JSON schema. */
export const findingKinds: Readonly<Record<FindingKind, string>> = {
  value: 'The printed output has another value than the page.',
  'last digit': 'The last printed digit differs from the page.',
  'sign of a zero': 'The sign of a zero differs from the page.',
  version: 'Only version numbers differ from the page.',
  'version dependent': 'The output depends on the version of Python or of a package.',
  layout: 'The values are the same as in the page; the layout differs.',
  raised: 'The example ended with an exception, or without the expected one.',
  'timed out': 'The example exceeded its time limit.',
  'output cut': 'The example printed more than the limit, and its output was cut.',
  'not run': 'The example was not run.',
  orphan: 'An expected output or a value belongs to no example.',
  unpinned: 'The example prints, and the page shows no output.',
  'engines differ': 'The example gives different results on two engines.',
  option: 'An option of a fence is unknown or has a wrong value.',
  fence: 'A fence is not closed or not in its place.',
  placeholder: 'A placeholder in an expected output is unknown or misplaced.',
  element: 'A component is unknown or has a wrong attribute.',
  objective: 'An objective is missing, unknown or without its exercises.',
  exercise: 'An exercise, its check or its number is wrong.',
  'prose value': 'A value in a sentence is written wrongly.',
  'front matter': 'The front matter of the file is wrong.',
  markdown: 'The file cannot be parsed.',
  encoding: 'The file is not UTF-8.',
  file: 'The file cannot be read.',
};
