import { definePythonCell } from '../cell/python-cell.ts';
import { PlaygroundShare } from './playground-share.ts';

// The cell first: the other asks it for its code.
definePythonCell();
customElements.define('playground-share', PlaygroundShare);
