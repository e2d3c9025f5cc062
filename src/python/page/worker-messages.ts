import type { Ran } from '../engine.ts';
import type { LoadedRuntime } from './load-page-runtime.ts';

/** Messages from a page to the worker that runs its Python. */
export type ToWorker =
  | { readonly start: LoadedRuntime; readonly memoryBytes: number }
  | {
      readonly run: string;
      /** Position in the session, from 1. */
      readonly number: number;
      readonly code: string;
      /** The check of an exercise, which judges what the block has left. */
      readonly check?: string | undefined;
      /** Begin a session before, in which nothing of the last one is left. */
      readonly fresh: boolean;
    };

/** Messages from the worker to the page. */
export type FromWorker =
  /** Python has started; `snapshot` is its memory for the next start, if it started without one. */
  | { readonly ready: true; readonly snapshot?: ArrayBuffer }
  | { readonly failed: string }
  | { readonly began: string }
  | { readonly printed: 'stdout' | 'stderr'; readonly bytes: Uint8Array<ArrayBuffer> }
  /** `canReset`: whether this worker can begin another session, or needs to be replaced before. */
  | ({ readonly ended: string; readonly seconds: number; readonly canReset: boolean } & Ran);
