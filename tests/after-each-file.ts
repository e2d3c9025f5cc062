import { afterAll } from 'vitest';
import { removeScratchFolders } from './verify/scratch-folder.ts';

// Not where a folder is made: asked for by a test or another hook, a hook is never called.
afterAll(removeScratchFolders);
