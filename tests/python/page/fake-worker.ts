import type { LoadedRuntime } from '../../../src/python/page/load-page-runtime.ts';
import type { ToWorker } from '../../../src/python/page/worker-messages.ts';

/** A worker that records what it is sent, and sends what the test wants. */
export class FakeWorker extends EventTarget {
  readonly received: ToWorker[] = [];
  isOver = false;
  readonly #answer: (worker: FakeWorker, message: ToWorker) => void;

  constructor(answer: (worker: FakeWorker, message: ToWorker) => void = () => undefined) {
    super();
    this.#answer = answer;
  }

  postMessage(message: ToWorker): void {
    if (this.isOver) return;
    this.received.push(message);
    this.#answer(this, message);
  }

  say(data: unknown): void {
    if (!this.isOver) this.dispatchEvent(new MessageEvent('message', { data }));
  }

  print(text: string, printed = 'stdout'): void {
    this.say({ printed, bytes: new Uint8Array(new TextEncoder().encode(text)) });
  }

  crash(message: string): void {
    if (!this.isOver) this.dispatchEvent(Object.assign(new Event('error'), { message }));
  }

  terminate(): void {
    this.isOver = true;
  }
}

/** Files of no Python, for a worker that runs none. */
export const loadedRuntime: LoadedRuntime = {
  loader: new Blob(),
  program: new Blob(),
  module: undefined as unknown as WebAssembly.Module,
  stdlib: new ArrayBuffer(0),
  sources: {},
  snapshot: undefined,
  wheels: [],
};

/** The message with which a block ends that has returned. */
export const returned = (id: string) => ({
  ended: id,
  seconds: 0,
  end: { how: 'returned' },
  values: [],
  figures: [],
});
