import type { Ran } from '../engine.ts';
import type { LoadedRuntime } from './load-page-runtime.ts';

/** What a page says to the worker in which its Python runs. */
export type ToWorker =
  | { readonly start: LoadedRuntime; readonly memoryBytes: number }
  | {
      readonly run: string;
      readonly session: string;
      /** Position in the session, from 1. */
      readonly number: number;
      readonly code: string;
      /** Begin the session anew before. */
      readonly fresh: boolean;
    };

/** What the worker says to the page. */
export type FromWorker =
  /** Python is up; where it started from nothing, with its memory for the next time. */
  | { readonly ready: true; readonly snapshot?: ArrayBuffer }
  | { readonly failed: string }
  | { readonly began: string }
  | { readonly printed: 'stdout' | 'stderr'; readonly bytes: Uint8Array<ArrayBuffer> }
  | ({ readonly ended: string; readonly seconds: number } & Ran);
