import { counted } from '../core/counted.ts';
import type { CommandLine } from './cli-options.ts';
import type { JudgedFile } from './judge/judged-file.ts';
import { planUpdate, type Updated, updateFile } from './update/update.ts';
import { figureNews, figurePreview, planFigureUpdate, writeFigureUpdate } from './update/update-figures.ts';
import { updatePreview } from './update/update-preview.ts';

/**
 * Updates the files; each after its changes were shown and accepted, if there is someone to ask.
 *
 * @returns what was written, in sentences
 */
export async function updateFiles(
  files: readonly JudgedFile[],
  command: CommandLine,
  isAccepted: boolean,
): Promise<string> {
  const updated: Updated[] = [];
  for (const judged of files) {
    const { file, text } = judged.lesson;
    const { edits } = planUpdate(judged);
    const figures = planFigureUpdate(judged);
    if (command.ask && !isAccepted && edits.length + figures.changed.length > 0) {
      command.complain(updatePreview(file, text, edits) + figurePreview(judged));
      if (!(await command.ask(`Write this into ${file}? [y/N] `))) {
        updated.push({ file, outputs: 0, values: 0, problem: 'not written, as you answered.', questions: [] });
        continue;
      }
    }
    const outcome = updateFile(judged, command.cwd);
    if (outcome.problem === undefined) writeFigureUpdate(figures, command.cwd);
    updated.push({ ...outcome, questions: [...outcome.questions, ...figureNews(figures)] });
  }
  return updatedText(updated);
}

function updatedText(updated: readonly Updated[]): string {
  const lines = updated.flatMap(({ file, outputs, values, problem, questions }) => [
    ...(problem === undefined ? [] : [`${file}: ${problem}`]),
    ...(outputs + values > 0 ? [`Updated ${file}: ${counted(outputs, 'output')}, ${counted(values, 'value')}.`] : []),
    ...questions,
  ]);
  return lines.length === 0 ? 'Nothing to update.\n' : `${lines.join('\n')}\n`;
}
