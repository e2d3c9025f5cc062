import { PlaygroundShare } from './playground-share.ts';
import { definePythonCell } from './python-cell.ts';

// The cell first: the other asks it for its code.
definePythonCell();
customElements.define('playground-share', PlaygroundShare);
