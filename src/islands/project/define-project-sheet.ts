import { fetchPart, MissingPartError } from '../dom/fetch-part.ts';
import { makeButton } from '../dom/make-button.ts';
import { makeElement } from '../dom/make-element.ts';

/**
 * `<project-sheet data-session>`: makes one sheet of what the reader has written in the exercises of a session, to be
 * printed or saved. All of it happens in the page.
 */
class ProjectSheet extends HTMLElement {
  connectedCallback(): void {
    if (this.dataset['live'] !== undefined) return;
    this.dataset['live'] = '';
    const words =
      'When you press the button, your steps are run and checked once more, in order, and set on one sheet: your line, your loss curve, your numbers and your code. The sheet is made in this page, and nothing is sent anywhere.';
    const name = makeElement('input', { type: 'text', autocomplete: 'off', maxLength: 60 });
    const label = makeElement('label', { className: 'question-field' }, 'A name for the sheet, if you like', name);
    const status = makeElement('p', { className: 'project-status', role: 'status' });
    const place = makeElement('div', { className: 'project-place' });
    const make = makeButton('Make my sheet', () => void this.#make({ make, status, place, name: name.value }), {
      className: 'question-button',
    });
    const bar = makeElement('div', { className: 'question-bar' }, make);
    this.append(makeElement('p', {}, words), label, bar, status, place);
  }

  async #make({ make, status, place, name }: SheetParts): Promise<void> {
    const cells = [...document.querySelectorAll('python-cell')].filter(
      ({ session }) => session === this.dataset['session'],
    );
    make.disabled = true;
    try {
      const { makeSheet } = await fetchPart(() => import('./make-sheet.ts'));
      const say = (words: string) => {
        status.textContent = words;
      };
      const made = await makeSheet(cells, { name: name.trim(), now: new Date(), say });
      if (made) place.replaceChildren(...made);
    } catch (error) {
      if (!(error instanceof MissingPartError)) throw error;
      status.textContent = error.message;
    } finally {
      make.disabled = false;
    }
  }
}

interface SheetParts {
  readonly make: HTMLButtonElement;
  readonly status: HTMLElement;
  readonly place: HTMLElement;
  readonly name: string;
}

if (!customElements.get('project-sheet')) customElements.define('project-sheet', ProjectSheet);
