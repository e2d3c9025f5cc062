import { parseHTML } from 'linkedom';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Cell } from '../../../src/islands/cell/cell.ts';
import type { CodeEditorOptions } from '../../../src/islands/cell/code-editor.ts';
import type { PageBlockResult, PageRun, PythonClient, RunListener } from '../../../src/python/page/python-client.ts';
import { MemoryStore } from '../memory-store.ts';

/** Python as a test plays it: a run goes on until the test ends it. */
const python = vi.hoisted(() => {
  interface Going {
    request: PageRun;
    listener: RunListener;
    resolve: (results: PageBlockResult[]) => void;
  }
  const result = (id: string, stdout: string, end: PageBlockResult['end']): PageBlockResult => {
    return { id, end, stdout, stderr: '', figures: [], seconds: 0.1, kept: false };
  };
  const fake = {
    going: undefined as Going | undefined,
    state: { kind: 'ready' } as PythonClient['state'],
    watch: () => () => {},
    run(request: PageRun, listener: RunListener) {
      for (const { id } of request.blocks) listener.began?.(id);
      return new Promise<PageBlockResult[]>((resolve) => {
        fake.going = { request, listener, resolve };
      });
    },
    stop: () => fake.end(() => '', { how: 'stopped' }),
    /** Ends the run; each block prints what `outputOf` says. */
    end(outputOf: (code: string) => string, end: PageBlockResult['end'] = { how: 'returned' }) {
      const { request, resolve } = fake.going as Going;
      fake.going = undefined;
      resolve(request.blocks.map(({ id, code }) => result(id, outputOf(code), end)));
    },
  };
  return fake;
});
/** The options of the editor that was opened last: its `changed` is what typing calls. */
const opened = vi.hoisted(() => ({ options: undefined as CodeEditorOptions | undefined }));

vi.mock('../../../src/islands/cell/page-python.ts', () => ({ pagePython: async () => python }));
vi.mock('../../../src/islands/cell/offer-python.ts', () => ({ offerPython: () => {} }));
vi.mock('../../../src/islands/cell/code-editor.ts', () => ({
  createCodeEditor(options: CodeEditorOptions) {
    opened.options = options;
    let { code } = options;
    const changed = (text: string) => {
      code = text;
      options.changed(text);
    };
    opened.options = { ...options, changed };
    return {
      element: document.createElement('div'),
      get code() {
        return code;
      },
      setCode: changed,
      focus: () => {},
      markLine: () => {},
      destroy: () => {},
    };
  },
}));

const page = parseHTML('<!doctype html><html><body></body></html>');
const stored = new MemoryStore();
const within = { timeout: 60_000 };

beforeAll(async () => {
  const { document, HTMLElement, customElements, Event, window } = page;
  const observer = class {
    observe() {}
    disconnect() {}
  };
  const globals = { document, HTMLElement, customElements, Event, window, IntersectionObserver: observer };
  for (const [name, value] of Object.entries(globals)) vi.stubGlobal(name, value);
  vi.stubGlobal('location', { pathname: '/guide/x/', href: 'https://site.example/guide/x/' });
  vi.stubGlobal('localStorage', stored);
  vi.stubGlobal('sessionStorage', new MemoryStore());
  const { definePythonCell } = await import('../../../src/islands/cell/python-cell.ts');
  definePythonCell();
});
afterAll(() => {
  vi.unstubAllGlobals();
});

const example = (id: string, output: string) => `<figure class="example">
  <python-cell data-example="${id}" data-session="s"><pre class="code-source">${id}()\n</pre><pre class="code-output">${output}</pre></python-cell>
  <figcaption><span class="verdict">verified</span></figcaption></figure>`;

function makePage(): { loss: Cell; slope: Cell } {
  const { document } = page;
  document.body.innerHTML = example('loss', '1') + example('slope', '2');
  const [loss, slope] = document.querySelectorAll('python-cell') as unknown as [Cell, Cell];
  return { loss, slope };
}

beforeEach(() => {
  stored.clear();
  stored.refuses = false;
});
afterEach(() => {
  vi.doUnmock('../../../src/islands/dom/copy-text.ts');
});

/** What the lesson's code prints, and other code something else. */
const outputOf = (code: string) => ({ 'loss()\n': '1\n', 'slope()\n': '2\n' })[code] ?? 'other\n';
const statusOf = (cell: Cell) => cell.querySelector('.cell-status')?.textContent;
const markOf = (cell: Cell) => cell.closest('.example')?.querySelector('.verdict')?.textContent;
const isShown = (cell: Cell, name: string) => buttonOf(cell, name)?.hidden === false;

function buttonOf(cell: Cell, name: string): HTMLButtonElement | undefined {
  return [...cell.querySelectorAll<HTMLButtonElement>('.cell-bar > button')].find(
    ({ textContent }) => textContent === name,
  );
}

async function write(cell: Cell, code: string): Promise<void> {
  opened.options = undefined;
  buttonOf(cell, 'Edit')?.click();
  await vi.waitFor(() => expect(opened.options).toBeDefined(), within);
  type(code);
}

function type(code: string): void {
  opened.options?.changed(code);
}

/** Presses Run, and waits until Python has begun. */
async function press(cell: Cell): Promise<{ readonly over: Promise<void> }> {
  const over = cell.run();
  await vi.waitFor(() => expect(python.going).toBeDefined(), within);
  return { over };
}

async function run(cell: Cell): Promise<void> {
  const { over } = await press(cell);
  python.end(outputOf);
  await over;
}

it('as the page was built shows the lesson’s output, with the lesson’s mark', () => {
  const { loss } = makePage();
  expect([markOf(loss), loss.dataset['shows']]).toEqual(['verified', 'lesson']);
  expect(loss.hasAttribute('data-dimmed')).toBe(false);
  expect(['Run', 'Edit', 'Reset', 'Undo', 'Copy'].filter((name) => isShown(loss, name))).toEqual([
    'Run',
    'Edit',
    'Copy',
  ]);
});

describe('the mark', () => {
  it('is labeled as the lesson’s from the first change on, also in the later cells of the session', async () => {
    const { loss, slope } = makePage();
    await write(loss, 'x\n');
    expect([markOf(loss), markOf(slope)]).toEqual(['the lesson: verified', 'the lesson: verified']);
    expect(loss.hasAttribute('data-dimmed')).toBe(true);
    expect(loss.querySelector('.cell-whose')?.textContent).toBe('The lesson’s output');
    type('loss()\n');
    expect([markOf(loss), markOf(slope)]).toEqual(['verified', 'verified']);
  });

  it('stays for a run of the lesson’s code with the lesson’s output', async () => {
    const { slope } = makePage();
    await run(slope);
    expect([markOf(slope), slope.dataset['shows'], slope.dataset['judged']]).toEqual(['verified', 'run', 'same']);
    expect(statusOf(slope)).toBe('Finished in 0.1 s, same as the lesson.');
  });

  it('is the lesson’s beside any other output, and beside output that still comes', async () => {
    const { loss } = makePage();
    const { over } = await press(loss);
    python.going?.listener.printed?.('loss', 'stdout', '1\n');
    expect([markOf(loss), loss.dataset['shows']]).toEqual(['the lesson: verified', 'run']);
    python.end(() => 'other\n');
    await over;
    expect(markOf(loss)).toBe('the lesson: verified');
    expect(statusOf(loss)).toBe('Finished in 0.1 s. It differs from the lesson.');
  });

  it('is the lesson’s beside the reader’s code, though that prints the same', async () => {
    const { loss } = makePage();
    await write(loss, 'print(1)\n');
    const { over } = await press(loss);
    python.end(() => '1\n');
    await over;
    expect(markOf(loss)).toBe('the lesson: verified');
    expect(statusOf(loss)).toBe('Finished in 0.1 s, same output as the lesson.');
  });
});

it('labels the output of code that was changed during its run as earlier', async () => {
  const { loss } = makePage();
  await write(loss, 'x\n');
  const { over } = await press(loss);
  type('y\n');
  python.end(outputOf);
  await over;
  expect(statusOf(loss)).toBe('Before you changed the code; run again.');
  expect(loss.hasAttribute('data-dimmed')).toBe(true);
});

it('runs once at a time, from the press on, and Stop ends it', async () => {
  const { loss } = makePage();
  const { over } = await press(loss);
  expect(loss.hasAttribute('data-running')).toBe(true);
  expect(isShown(loss, 'Stop')).toBe(true);
  const { going } = python;
  await loss.run();
  expect(python.going).toBe(going);
  const second = Object.assign(new Event('click'), { detail: 2 });
  buttonOf(loss, 'Stop')?.dispatchEvent(second);
  expect(python.going).toBe(going);
  buttonOf(loss, 'Stop')?.dispatchEvent(Object.assign(new Event('click'), { detail: 1 }));
  await over;
  expect(loss.hasAttribute('data-running')).toBe(false);
  expect(statusOf(loss)).toMatch(/^Stopped after/);
  expect([markOf(loss), loss.dataset['judged']]).toEqual(['the lesson: verified', 'ended']);
});

it('Stop withdraws a run that waits for another, and the next still has its turn', async () => {
  const { loss, slope } = makePage();
  const first = await press(loss);
  const waiting = slope.run();
  buttonOf(slope, 'Stop')?.dispatchEvent(Object.assign(new Event('click'), { detail: 1 }));
  await waiting;
  expect(statusOf(slope)).toBe('Not run.');
  python.end(outputOf);
  await first.over;
  await run(slope);
  expect(statusOf(slope)).toBe('Finished in 0.1 s, same as the lesson.');
});

it('Reset goes back to the lesson’s code, Undo to the reader’s, which is kept for the next visit', async () => {
  const { loss } = makePage();
  await write(loss, 'x\n');
  expect(isShown(loss, 'Undo')).toBe(false);
  buttonOf(loss, 'Reset')?.click();
  expect([loss.code, statusOf(loss)]).toEqual(['loss()\n', 'This is the lesson’s code again.']);
  expect(isShown(loss, 'Undo')).toBe(true);
  buttonOf(loss, 'Undo')?.click();
  await vi.waitFor(() => expect(loss.code).toBe('x\n'), within);
  const next = makePage().loss;
  expect(next.code).toBe('x\n');
  expect(next.querySelector<HTMLElement>('.cell-last-time')?.hidden).toBe(false);
  expect(markOf(next)).toBe('the lesson: verified');
});

describe('a part that cannot be fetched', () => {
  beforeEach(() => {
    vi.doMock('../../../src/islands/dom/copy-text.ts', () => {
      throw new TypeError('gone');
    });
    vi.stubGlobal('fetch', async () => ({ status: 200 }));
  });

  it.each([
    ['code that is kept', 'x\n', false, /reload it\. What you wrote is kept\.$/],
    ['code that the browser did not keep', 'x\n', true, /reload it\.$/],
    ['no code of the reader’s', 'loss()\n', false, /reload it\.$/],
  ])('with %s', async (_what, code, refuses, words) => {
    const { loss } = makePage();
    stored.refuses = refuses;
    await write(loss, code);
    buttonOf(loss, 'Copy')?.click();
    await vi.waitFor(() => expect(statusOf(loss)).toMatch(words), within);
  });
});
