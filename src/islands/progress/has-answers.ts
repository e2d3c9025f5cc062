import { openProgress } from './open-progress.ts';

/** Whether any question was answered: without one nothing can be due, and what schedules need not be fetched. */
export function hasAnswers(): boolean {
  return [...openProgress().all().keys()].some((item) => item.startsWith('question/'));
}
