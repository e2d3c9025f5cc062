import { counted } from '../../core/counted.ts';
import '../../styles/components/progress.css';
import { readProgressFile, writeProgressFile } from '../../exercises/progress/progress-file.ts';
import type { Progress, ProgressStore } from '../../exercises/progress/progress-store.ts';
import { announce } from '../dom/announce.ts';
import { makeButton } from '../dom/make-button.ts';
import { makeElement } from '../dom/make-element.ts';
import { saveText } from '../dom/save-text.ts';

/**
 * The reader’s progress on this device, with buttons to save it to a file, to add a file, and to delete it.
 *
 * @param changed is called after it was added to or forgotten
 */
export function keepProgress(store: ProgressStore, changed: () => void): HTMLElement {
  const known = makeElement('p');
  const said = makeElement('p', { className: 'progress-said' });
  const say = (words: string) => {
    said.textContent = words;
    announce(words);
  };
  const show = () => {
    known.textContent = sayKnown(store);
    forget.disabled = store.all().size === 0;
  };
  const forget = makeButton('Forget all of it', () => {
    store.forget();
    say('All of it is forgotten.');
    changed();
  });
  const file = makeElement('input', { type: 'file', accept: '.json,application/json', hidden: true });
  file.addEventListener('change', async () => {
    const text = await file.files?.[0]?.text();
    file.value = '';
    if (text === undefined) return;
    say(addFile(store, text));
    changed();
  });
  const save = makeButton('Save to a file', () =>
    saveText(writeProgressFile(store.all()), 'calculus-for-ml-progress.json', 'application/json'),
  );
  const add = makeButton('Add a file', () => file.click());
  for (const button of [save, add, forget]) button.className = 'question-button';
  store.watch(show);
  show();
  const bar = makeElement('div', { className: 'question-bar' }, save, add, file, forget);
  return makeElement(
    'section',
    { className: 'progress-kept' },
    makeElement('h2', {}, 'Your progress'),
    known,
    bar,
    said,
  );
}

function addFile(store: ProgressStore, text: string): string {
  const read = readProgressFile(text);
  if ('problem' in read) return read.problem;
  store.merge(read.progress);
  const refused = read.refused === 0 ? '' : ` ${read.refused} could not be read.`;
  return `Added ${counted(read.progress.size, 'item')} to what was here.${refused}`;
}

function sayKnown(store: ProgressStore): string {
  const progress = store.all();
  const where = store.isKept
    ? 'It stays on this device and is sent nowhere.'
    : 'Your browser stores nothing, so it lasts until you close this page: save it to a file.';
  if (progress.size === 0) return `Nothing is remembered yet. ${where}`;
  return `Remembered: ${sayCounts(progress)}. ${where} Code that you changed is kept apart, and stays.`;
}

function sayCounts(progress: Progress): string {
  const items = [...progress.keys()];
  const kinds = ['section', 'prediction', 'question', 'exercise'] as const;
  const counts = kinds.flatMap((kind) => {
    const { length } = items.filter((item) => item.startsWith(`${kind}/`));
    return length > 0 ? counted(length, kind) : [];
  });
  return counts.join(', ');
}
