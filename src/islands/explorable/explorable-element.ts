import { NearElement } from '../dom/near-element.ts';
import { signOfReader } from '../dom/sign-of-reader.ts';
import { activateExplorable } from './activate-explorable.ts';

/**
 * `<calculus-explorable>`: the static picture from the build until it comes near the view of a reader. Only then the code
 * of explorables is loaded.
 */
class ExplorableElement extends NearElement {
  async comeAlive(): Promise<void> {
    await signOfReader();
    if (this.isConnected)
      await activateExplorable(this, async () => (await import('./live-explorable.ts')).prepareExplorable(this));
  }
}

if (!customElements.get('calculus-explorable')) customElements.define('calculus-explorable', ExplorableElement);
