import { fetchPart, MissingPartError } from '../dom/fetch-part.ts';
import { NearElement } from '../dom/near-element.ts';
import { signOfReader } from '../dom/sign-of-reader.ts';
import { awaitPrediction } from './await-prediction.ts';

/**
 * `<calculus-question>`: a question with a folded answer, as the page was built, until it comes near the view. Then it can
 * be answered. Where the part that does so cannot be fetched, it stays as it is.
 */
class QuestionElement extends NearElement {
  #reveal = () => {};

  override connectedCallback(): void {
    this.#reveal = awaitPrediction(this);
    super.connectedCallback();
  }

  async comeAlive(): Promise<void> {
    try {
      await signOfReader();
      const { answerWhole } = await fetchPart(() => import('./answer-question.ts'));
      await answerWhole(this, this.#reveal);
    } catch (error) {
      if (!(error instanceof MissingPartError)) throw error;
      this.#reveal();
    }
  }
}

if (!customElements.get('calculus-question')) customElements.define('calculus-question', QuestionElement);
