import { showReview } from './show-review.ts';

/** `<calculus-review>`: what is due today, and the reader's progress, above all cards of the guide. */
class ReviewElement extends HTMLElement {
  connectedCallback(): void {
    if (this.dataset['live'] !== undefined) return;
    this.dataset['live'] = '';
    showReview(this, Date.now);
  }
}

if (!customElements.get('calculus-review')) customElements.define('calculus-review', ReviewElement);
