import { fetchPart, MissingPartError } from '../dom/fetch-part.ts';
import { signOfReader } from '../dom/sign-of-reader.ts';
import { awaitPrediction } from './await-prediction.ts';

/** How far outside the window a question is made ready. */
const margin = '50% 0px';

/**
 * `<calculus-question>`: a question with a folded answer, as the page was built, until it comes near the view. Then it can
 * be answered. Where the part that does so cannot be fetched, it stays as it is.
 */
class QuestionElement extends HTMLElement {
  #observer: IntersectionObserver | undefined;

  connectedCallback(): void {
    const reveal = awaitPrediction(this);
    this.#observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        this.#observer?.disconnect();
        void this.#activate(reveal);
      },
      { rootMargin: margin },
    );
    this.#observer.observe(this);
  }

  disconnectedCallback(): void {
    this.#observer?.disconnect();
  }

  async #activate(reveal: () => void): Promise<void> {
    try {
      await signOfReader();
      const { answerWhole } = await fetchPart(() => import('./answer-question.ts'));
      await answerWhole(this, reveal);
    } catch (error) {
      if (!(error instanceof MissingPartError)) throw error;
      reveal();
    }
  }
}

if (!customElements.get('calculus-question')) customElements.define('calculus-question', QuestionElement);
