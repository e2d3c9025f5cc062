import '../../styles/components/cell/editor.css';
import { makeButton } from '../dom/make-button.ts';
import { makeElement } from '../dom/make-element.ts';
import { type CodeEditor, type CodeEditorOptions, createCodeEditor } from './code-editor.ts';

/** Characters that the keyboard of a phone hides, or changes into others. */
const hiddenKeys = ['(', ')', '[', ']', ':', '=', '*', '/', '+', '-', '_', "'", '"', '#', ',', '.', '<', '>'];

/** An editor and, on touch screens, a row of the keys that phones hide above it. */
export function openEditingPane(options: CodeEditorOptions): { editor: CodeEditor; element: HTMLElement } {
  const editor = createCodeEditor(options);
  const element = makeElement('div', { className: 'cell-editing' }, keyRow(editor), editor.element);
  // It appears with the first touch and stays: if it disappeared with the focus, Run would move under the finger.
  element.addEventListener('focusin', () => element.classList.add('cell-touched'), { once: true });
  return { editor, element };
}

function keyRow(editor: CodeEditor): HTMLElement {
  const row = makeElement('div', { className: 'cell-keys', role: 'group', ariaLabel: 'Keys' });
  row.append(key('Tab', () => editor.indent(), 'Indent'));
  row.append(...hiddenKeys.map((text) => key(text, () => editor.type(text))));
  return row;
}

function key(text: string, press: () => void, name = text): HTMLButtonElement {
  const button = makeButton(text, press, { className: 'cell-key', ariaLabel: name, tabIndex: -1 });
  // The keyboard must stay up: the focus stays where it is.
  button.addEventListener('pointerdown', (event) => event.preventDefault());
  return button;
}
