import { parseHTML } from 'linkedom';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { ProgressStore } from '../../../src/exercises/progress/progress-store.ts';
import { pageStorage } from '../../../src/islands/dom/page-storage.ts';
import { MemoryStore } from '../memory-store.ts';

const stored = new MemoryStore();
const page = parseHTML('<!doctype html><html><body></body></html>');
let answerQuestion: typeof import('../../../src/islands/question/answer-question.ts').answerQuestion;
let awaitPrediction: typeof import('../../../src/islands/question/await-prediction.ts').awaitPrediction;
let progress: ProgressStore;
let clock = 0;

vi.mock('../../../src/islands/progress/open-progress.ts', () => ({ openProgress: () => progress }));

beforeAll(async () => {
  const { document, HTMLElement, Event } = page;
  const MutationObserver = class {
    observe() {}
    disconnect() {}
  };
  for (const [name, value] of Object.entries({
    document,
    HTMLElement,
    Event,
    MutationObserver,
    localStorage: stored,
  })) {
    vi.stubGlobal(name, value);
  }
  ({ answerQuestion } = await import('../../../src/islands/question/answer-question.ts'));
  ({ awaitPrediction } = await import('../../../src/islands/question/await-prediction.ts'));
});

beforeEach(() => {
  stored.clear();
  stored.refuses = false;
  progress = new ProgressStore(
    pageStorage(() => stored),
    () => ++clock,
  );
});

afterEach(() => {
  page.document.body.innerHTML = '';
});

const choice = (index: number, answer: string, more = '') =>
  `<div class="choice-answer" data-choice="${index}" data-label="${'AB'[index]}" ${more}><p class="choice-label">x</p><p>${answer}</p></div>`;

/** A question as the page is built: its choices, and the answers with the right one first. */
function ask(kind: string, inside: string): HTMLElement {
  const { document } = page;
  document.body.innerHTML = `<calculus-question id="question-one" data-kind="${kind}" data-name="one" data-of="ex"><p class="question-kind">Choose</p><p>Which?</p>${inside}</calculus-question>
    <figure id="example-ex"><python-cell><pre class="code-output">7</pre></python-cell></figure>`;
  const root = document.querySelector('calculus-question') as HTMLElement;
  answerQuestion(root, awaitPrediction(root));
  return root;
}

const choices = `<ol class="choices"><li data-choice="0"><p>Low</p></li><li data-choice="1"><p>High</p></li></ol>
  <details class="answers"><summary><span class="fold-title">Show the answer</span></summary><div>
  ${choice(1, 'Because it is high.', 'data-right=""')}${choice(0, 'It only looks low.')}</div></details>`;

const press = (name: string) => {
  const button = [...page.document.querySelectorAll('button')].find(({ textContent }) => textContent === name);
  if (!button) throw new Error(`There is no button ${name}.`);
  button.click();
};
const feedback = () => page.document.querySelector('.question-feedback')?.textContent ?? '';
const spoken = () => page.document.querySelector('body > .visually-hidden')?.textContent ?? '';
const take = (index: number) => {
  for (const [i, radio] of page.document.querySelectorAll('input').entries()) radio.checked = i === index;
};
const outcomes = (item: string) =>
  (JSON.parse(stored.getItem(`progress ${item}`) ?? '{"events":[]}').events as [number, string][]).map(
    ([, what]) => what,
  );

describe('a question with choices', () => {
  it('answers each wrong choice with its own words, without the right answer, and reads them out', () => {
    ask('choose', choices);
    press('Check');
    expect(feedback()).toBe('Choose one first.');
    expect(outcomes('question/one')).toEqual([]);
    take(0);
    press('Check');
    expect(feedback()).toBe('Not quite.It only looks low.');
    expect(spoken()).toBe('Not quite. It only looks low.');
    expect(outcomes('question/one')).toEqual(['missed']);
  });

  it('remembers the first answer of a visit: after it, the answer is known', () => {
    ask('choose', choices);
    take(0);
    press('Check');
    take(1);
    press('Check');
    expect(feedback()).toBe('Right.Because it is high.');
    expect(outcomes('question/one')).toEqual(['missed']);
  });

  it('shows the answer on request, and remembers that', () => {
    const root = ask('choose', choices);
    expect(root.querySelector('details')?.hidden).toBe(true);
    press('Show the answer');
    expect(feedback()).toBe('It is B.Because it is high.');
    expect(root.querySelector('details')?.hidden).toBe(false);
    expect(outcomes('question/one')).toEqual(['looked-at']);
  });

  it('says at the next visit how it went', () => {
    ask('choose', choices);
    take(1);
    press('Check');
    const root = ask('choose', choices);
    expect(root.querySelector('.question-kind')?.textContent).toContain('answered before: right');
  });

  it('says so when the browser stores nothing', () => {
    stored.refuses = true;
    const root = ask('choose', choices);
    take(1);
    press('Check');
    expect(root.querySelector('.question-unkept')?.textContent).toContain('until you close the page');
  });
});

describe('a prediction', () => {
  const awaits = () => page.document.getElementById('example-ex')?.dataset['awaits'];

  it.each([
    ['right', 1, 'Check', 'Right.Because it is high.', 'passed'],
    ['wrong', 0, 'Check', 'Not quite.It only looks low.It is B.Because it is high.', 'missed'],
    ['skipped', -1, 'Skip', 'It is B.Because it is high.', 'skipped'],
  ] as const)('that is %s shows the output and says why', (_, index, button, words, outcome) => {
    ask('predict', choices);
    expect(awaits()).toBe('prediction');
    take(index);
    press(button);
    expect(awaits()).toBeUndefined();
    expect(feedback()).toBe(words);
    expect(outcomes('prediction/one')).toEqual([outcome]);
  });

  it('hides nothing once it was answered', () => {
    ask('predict', choices);
    press('Skip');
    ask('predict', choices);
    expect(awaits()).toBeUndefined();
  });
});

describe('a question for a number', () => {
  const numbers = `<details class="answers"><div>
    <div class="choice-answer" data-number="19.98" data-within="0.0005" data-label="19.98" data-right=""><p>Slope times step.</p></div>
    <div class="choice-answer" data-number="18" data-label="18"><p>That is a whole step.</p></div></div></details>`;

  it.each([
    ['nothing', '', 'Type one number, such as 0.5, 5/2 or -3e-4.', []],
    ['two numbers', '2; 3', 'Type one number, such as 0.5, 5/2 or -3e-4.', []],
    ['the right number as a fraction', '999/50', 'Right.Slope times step.', ['passed']],
    ['the right number', '19.98', 'Right.Slope times step.', ['passed']],
    ['a number of a known mistake', '18', 'Not quite.That is a whole step.', ['missed']],
    ['another number', '7', 'Not this number. Try another, or look at the answer.', ['missed']],
  ])('answers %s', (_, typed, words, kept) => {
    const root = ask('compute', numbers);
    const field = root.querySelector('input') as HTMLInputElement;
    field.value = typed;
    press('Check');
    expect(feedback()).toBe(words);
    expect(outcomes('question/one')).toEqual(kept);
  });
});

describe('a question in own words', () => {
  const model = '<details class="answers"><div><div class="model-answer"><p>It falls.</p></div></div></details>';

  it.each([
    ['I had it', 'passed'],
    ['In part', 'hinted'],
    ['Not yet', 'missed'],
  ])('is compared with a model answer and judged by the reader: %s', (name, outcome) => {
    ask('explain', model);
    expect(feedback()).toBe('');
    press('Compare');
    expect(feedback()).toContain('It falls.');
    expect(outcomes('question/one')).toEqual([]);
    press(name);
    expect(outcomes('question/one')).toEqual([outcome]);
  });
});
