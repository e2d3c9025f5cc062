import { fetchPart } from '../dom/fetch-part.ts';
import { PlaygroundShare } from './playground-share.ts';

const { definePythonCell } = await fetchPart(() => import('../cell/python-cell.ts'));
// The cell first: the other asks it for its code.
definePythonCell();
customElements.define('playground-share', PlaygroundShare);
