import Aloud from './Aloud.astro';
import Checkpoint from './Checkpoint.astro';
import DerivativeRules from './DerivativeRules.astro';
import Example from './Example.astro';
import Exercise from './Exercise.astro';
import ExerciseCell from './ExerciseCell.astro';
import Explorable from './Explorable.astro';
import Figure from './Figure.astro';
import Found from './Found.astro';
import Hint from './Hint.astro';
import Mistake from './Mistake.astro';
import Note from './Note.astro';
import Opening from './Opening.astro';
import Predict from './Predict.astro';
import ProjectSheet from './ProjectSheet.astro';
import Question from './Question.astro';
import Remark from './Remark.astro';
import Solution from './Solution.astro';
import Term from './Term.astro';
import Value from './Value.astro';

/** The components that a lesson may use without importing them. `src/examples/lesson-elements.ts` says which attributes each takes. */
export const lessonComponents = {
  Aloud,
  Checkpoint,
  DerivativeRules,
  Example,
  Exercise,
  ExerciseCell,
  Explorable,
  Figure,
  Found,
  Hint,
  Mistake,
  Note,
  Opening,
  Predict,
  ProjectSheet,
  Question,
  Remark,
  Solution,
  Term,
  Value,
};
