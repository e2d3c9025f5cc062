import type { Code, Parent } from 'mdast';
import { attributeOf, type Element, isElement } from '../../examples/lesson-elements.ts';
import { type Choices, checkChoices, childrenNamed } from './check-choices.ts';
import { readNumber } from './judge-number.ts';
import { linesOf } from './lines-of.ts';
import type { QuestionKind } from './question.ts';
import type { ReportAt } from './report-at.ts';

/** Checks that a question has what its kind needs: choices, a model answer, a number, a figure, a program. */
export function checkKind(element: Element, kind: QuestionKind, report: ReportAt): void {
  const asks = element.children.some(
    (child) => !isElement(child) || !['Choice', 'Answer', 'Card'].includes(child.name ?? ''),
  );
  if (!asks) report(element, 'This question asks nothing.', 'Write the question as the first paragraph inside.');
  checks[kind](element, report);
}

const checks: Readonly<Record<QuestionKind, (element: Element, report: ReportAt) => void>> = {
  explain(element, report) {
    if (childrenNamed(element, 'Choice').length > 0) {
      report(
        element,
        'A question to explain has no choices.',
        'Write a model answer in `<Answer>`, or another `kind`.',
      );
    }
    if (childrenNamed(element, 'Answer').length === 1) return;
    report(element, 'A question to explain needs one model answer.', 'Write it in `<Answer>` … `</Answer>`.');
  },
  choose(element, report) {
    checkChoices(element, { needsLabel: true, leastWrong: 2 }, report);
  },
  curve(element, report) {
    checkChoices(element, { needsLabel: true, leastWrong: 2 }, report);
    if (childrenNamed(element, 'Figure').length > 0) return;
    report(element, 'A question about a curve shows no figure.', 'Put `<Figure name="…" />` before the choices.');
  },
  compute(element, report) {
    const choices = checkChoices(element, { needsLabel: true, leastWrong: 0 }, report);
    checkNumbers(choices, report);
  },
  bug(element, report) {
    const { all } = checkChoices(element, { needsLabel: false, leastWrong: 1 }, report);
    const code = (element.children as Parent['children']).find((child): child is Code => child.type === 'code');
    if (code) checkLines({ element, choices: all, code: code.value }, report);
    else report(element, 'A question about a bug shows no program.', 'Put a Python block before the choices.');
  },
};

function checkNumbers({ all, right }: Choices, report: ReportAt): void {
  for (const choice of all) {
    if (numberOf(choice) !== undefined) continue;
    const hint =
      'Begin it with `<Value of="…" expr="…">1.5</Value>` as its only content, then an empty line and the answer.';
    report(choice, 'The first paragraph of a choice of a computation is one verified number.', hint);
  }
  const within = right && attributeOf(right, 'within');
  if (!right || (within !== undefined && Number(within) > 0)) return;
  const hint = 'Write `<Choice right within="0.01">`: an answer that is no further off is right.';
  report(right, 'The right number has no tolerance.', hint);
}

/** The number with which a choice of a computation begins: a `<Value>` alone in its first paragraph. */
export function numberOf(choice: Element): number | undefined {
  const first = choice.children[0] as Parent | undefined;
  const value = first?.type === 'paragraph' ? first.children.find(isElement) : first;
  if (!value || !isElement(value) || value.name !== 'Value') return undefined;
  if (first?.type === 'paragraph' && first.children.length !== 1) return undefined;
  return readNumber(firstText(value));
}

function firstText(node: Parent): string {
  const [first] = node.children;
  if (!first) return '';
  return 'value' in first ? first.value : 'children' in first ? firstText(first as Parent) : '';
}

/** A question about the lines of a program. */
interface LineQuestion {
  readonly element: Element;
  readonly choices: readonly Element[];
  readonly code: string;
}

/** Each line of the program that is not blank is in exactly one choice, so that every click is answered. */
function checkLines({ element, choices, code }: LineQuestion, report: ReportAt): void {
  const lines = code.split('\n').flatMap((line, i) => (line.trim() === '' ? [] : [i + 1]));
  const seen = new Set<number>();
  for (const choice of choices) {
    const own = linesOf(attributeOf(choice, 'line') ?? '');
    if (own.length === 0)
      report(choice, 'This choice names no line.', 'Write `<Choice line="3">` or `<Choice line="1 2">`.');
    for (const line of own) {
      if (!lines.includes(line))
        report(
          choice,
          `Line ${line} of the program is blank or not there.`,
          `It has ${lines.length} lines that are not blank.`,
        );
      else if (seen.has(line)) report(choice, `Line ${line} is in two choices.`, 'Name each line once.');
      seen.add(line);
    }
  }
  const missing = lines.filter((line) => !seen.has(line));
  if (missing.length === 0) return;
  const hint = 'Say in a `<Choice line="…">` why it is right; one choice may be for several lines.';
  report(element, `No choice is for line ${missing.join(', ')} of the program.`, hint);
}
