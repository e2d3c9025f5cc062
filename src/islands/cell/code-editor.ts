import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { pythonLanguage } from '@codemirror/lang-python';
import { indentUnit } from '@codemirror/language';
import { EditorState, type Extension, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, keymap, placeholder } from '@codemirror/view';
import { editorLook } from './editor-look.ts';

/** An editor of Python in the page. */
export interface CodeEditor {
  readonly element: HTMLElement;
  readonly code: string;
  /** Replaces all of the code; the reader can undo it. */
  setCode(code: string): void;
  /** Types text where the cursor is, as a key would. */
  type(text: string): void;
  /** Moves the lines of the selection one step to the right. */
  indent(): void;
  /** Marks a 1-based line as the one with the error, or none. The mark is removed when the code changes. */
  markLine(line: number | null): void;
  focus(): void;
  destroy(): void;
}

export interface CodeEditorOptions {
  readonly code: string;
  /** The label of the editor for a screen reader. */
  readonly label: string;
  /** The placeholder while it is empty. */
  readonly invitation: string;
  readonly changed: (code: string) => void;
}

/** A hint for all readers: without it, keyboard users could not leave an editor in which Tab indents. */
const wayOut = 'Tab indents. Escape, then Tab, leaves the editor.';
const wayOutOpen = 'Tab now leaves the editor.';

/**
 * Creates an editor in a shadow root: in a document CodeMirror adds its styles as a `<style>` element, which the site's
 * content security policy forbids, in a shadow root as a constructed style sheet, which is allowed.
 */
export function createCodeEditor(options: CodeEditorOptions): CodeEditor {
  const element = document.createElement('div');
  element.className = 'cell-editor';
  element.translate = false;
  const root = element.attachShadow({ mode: 'open' });
  const hint = root.appendChild(hintElement());
  const view = new EditorView({
    root,
    state: EditorState.create({ doc: options.code, extensions: extensions(options, hint) }),
  });
  root.prepend(view.dom);
  return {
    element,
    get code() {
      return view.state.doc.toString();
    },
    setCode: (text) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } }),
    type(text) {
      view.dispatch(view.state.replaceSelection(text), { userEvent: 'input.type', scrollIntoView: true });
      view.focus();
    },
    indent() {
      indentWithTab.run?.(view);
      view.focus();
    },
    markLine: (line) => view.dispatch({ effects: blame.of(line) }),
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  };
}

function extensions({ label, invitation, changed }: CodeEditorOptions, hint: HTMLElement): Extension {
  return [
    history(),
    keymap.of([
      // The cell runs it; here it must only not become a new line.
      { key: 'Ctrl-Enter', run: () => true },
      { key: 'Mod-Enter', run: () => true },
      { key: 'Escape', run: (view) => letTabLeave(view, hint, true) },
      ...defaultKeymap,
      ...historyKeymap,
      indentWithTab,
    ]),
    pythonLanguage,
    indentUnit.of('    '),
    EditorState.tabSize.of(4),
    blamedLine,
    placeholder(invitation),
    editorLook,
    EditorView.contentAttributes.of({
      'aria-label': label,
      translate: 'no',
      'aria-describedby': hint.id,
      autocapitalize: 'off',
      autocomplete: 'off',
      autocorrect: 'off',
      spellcheck: 'false',
    }),
    EditorView.updateListener.of(({ docChanged, focusChanged, view, state }) => {
      // Gaining the focus is reported late: Escape may have been pressed since.
      if (docChanged || (focusChanged && !view.hasFocus)) letTabLeave(view, hint, false);
      if (docChanged) changed(state.doc.toString());
    }),
  ];
}

function letTabLeave(view: EditorView, hint: HTMLElement, leave: boolean): boolean {
  view.setTabFocusMode(leave);
  hint.textContent = leave ? wayOutOpen : wayOut;
  return leave;
}

function hintElement(): HTMLElement {
  const hint = document.createElement('p');
  hint.id = 'way-out';
  hint.part.add('hint');
  hint.role = 'status';
  hint.textContent = wayOut;
  return hint;
}

const blame = StateEffect.define<number | null>();
const blamed = Decoration.line({ class: 'blamed' });

const blamedLine = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, { docChanged, effects, state }) {
    const said = effects.find((effect) => effect.is(blame));
    if (!said) return docChanged ? Decoration.none : marks;
    const line = said.value;
    if (line === null || line < 1 || line > state.doc.lines) return Decoration.none;
    return Decoration.set(blamed.range(state.doc.line(line).from));
  },
  provide: (field) => EditorView.decorations.from(field),
});
