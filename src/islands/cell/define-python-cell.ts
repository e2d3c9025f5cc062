import { definePythonCell } from './python-cell.ts';

definePythonCell();
