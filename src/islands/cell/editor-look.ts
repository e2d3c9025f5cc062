import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** The style of the static code in `src/styles/components/code.css`, so that nothing moves when the editor opens. */
export const editorLook: Extension = [
  EditorView.theme({
    '&': { color: 'var(--color-ink)' },
    '&.cm-focused': { outline: '2px solid var(--color-focus)', outlineOffset: '-2px' },
    '.cm-scroller': { fontFamily: 'inherit', lineHeight: 'inherit' },
    '.cm-content': {
      minBlockSize: 'calc(var(--editor-lines, 1) * 1lh + 2 * var(--space-4))',
      padding: 'var(--space-4) 0',
      caretColor: 'var(--color-ink)',
    },
    '.cm-line': { padding: '0 var(--cell-edge)' },
    '.cm-placeholder': { color: 'var(--color-ink-soft)' },
    '.cm-line.blamed': {
      background: 'var(--color-mark)',
      boxShadow: 'inset 3px 0 var(--color-ink)',
    },
    // Where the reader's own colors are forced, there is neither.
    '@media (forced-colors: active)': { '.cm-line.blamed': { textDecoration: 'underline' } },
    '.cm-content ::selection': { background: 'var(--color-selection, Highlight)' },
  }),
  syntaxHighlighting(
    HighlightStyle.define([
      { tag: tags.keyword, color: 'var(--color-code-keyword)', fontWeight: '650' },
      // The format in an f-string, which the parser classifies as a keyword.
      { tag: tags.modifier, color: 'inherit', fontWeight: 'inherit' },
      { tag: tags.string, color: 'var(--color-code-string)' },
      { tag: [tags.number, tags.bool, tags.null], color: 'var(--color-code-number)' },
      { tag: tags.comment, color: 'var(--color-code-comment)', fontStyle: 'italic' },
    ]),
  ),
];
