import type { Browser, CDPSession, Page } from '@playwright/test';

/** An explorable in a page. */
export interface Placed {
  /** The address of the page. */
  readonly address: string;
  readonly id: string;
}

/** Milliseconds of the processor for each input, in ascending order. */
export interface FrameTimes {
  /** Script, style and layout up to the frame that shows the input. */
  readonly frame: readonly number[];
  /** The same from that frame on, until nothing follows. */
  readonly after: readonly number[];
}

/** Milliseconds in which what a frame has put off is done. */
const rest = 90;
/** Inputs that warm up the browser's compiler. */
const warmUp = 24;

/**
 * Uses every control of an explorable in turn, and measures the work of each input. It is the time of the page's thread,
 * so that other programs on the machine do not count.
 */
export async function timeFrames(
  browser: Browser,
  placed: Placed,
  { slowdown, inputs }: { readonly slowdown: number; readonly inputs: number },
): Promise<FrameTimes> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  // Opened at a place, the page is laid out whole, and not while frames are timed.
  await page.goto(`${placed.address}#main`, { waitUntil: 'networkidle' });
  await wake(page, placed.id);
  await page.evaluate(installActs, placed.id);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  const [frame, after]: number[][] = [[], []];
  for (let i = 0; i < warmUp + inputs; i++) {
    const before = await workOf(session);
    await run(session, `act(${i})`);
    const shown = await workOf(session);
    await run(session, `new Promise((done) => setTimeout(done, ${rest}))`);
    if (i < warmUp) continue;
    frame?.push(shown - before);
    after?.push((await workOf(session)) - shown);
  }
  await page.close();
  const sorted = (times: readonly number[] = []) => times.toSorted((a, b) => a - b);
  return { frame: sorted(frame), after: sorted(after) };
}

/** Brings an explorable into the window and waits until it is alive; in view at the opening, it waits for a reader. */
export async function wake(page: Page, id: string): Promise<void> {
  await page.locator(`[id="${id}"]`).scrollIntoViewIfNeeded();
  await page.mouse.move(1, 1);
  await page.mouse.move(0, 0);
  await page.locator(`[id="${id}"][data-live=ready]`).waitFor();
}

async function run(session: CDPSession, expression: string): Promise<void> {
  const { exceptionDetails } = await session.send('Runtime.evaluate', { expression, awaitPromise: true });
  if (exceptionDetails) throw new Error(`The page cannot run ${expression}: ${exceptionDetails.text}`);
}

async function workOf(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  const counted = ['ScriptDuration', 'RecalcStyleDuration', 'LayoutDuration'];
  return 1000 * metrics.reduce((sum, { name, value }) => (counted.includes(name) ? sum + value : sum), 0);
}

/** Runs in the page: makes `act`, which uses the next control and resolves with the frame that shows it. */
function installActs(id: string): void {
  const root = document.getElementById(id);
  if (root === null) throw new Error(`The page has no ${id}`);
  root.querySelector<HTMLElement>('[data-do=controls]')?.click();
  const all = <E extends HTMLElement>(selector: string) => [...root.querySelectorAll<E>(selector)];
  const acts: ((turn: number) => void)[] = [];
  for (const slider of all<HTMLInputElement>('.explorable-controls [type=range], .explorable-time [type=range]')) {
    acts.push((turn) => {
      const positions = Number(slider.max) - Number(slider.min) + 1;
      slider.valueAsNumber = Number(slider.min) + ((7 * turn + 3) % positions);
      slider.dispatchEvent(new Event('input', { bubbles: true }));
    });
  }
  const keys = ['ArrowRight', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'ArrowDown'];
  all('.handle').forEach((_, i) => {
    acts.push((turn) => {
      const held = { key: keys[turn % keys.length] ?? '', shiftKey: turn % 3 === 0, bubbles: true };
      all('.handle')[i]?.dispatchEvent(new KeyboardEvent('keydown', held));
    });
  });
  // Of these, one is pressed after the other.
  for (const group of all('.explorable-controls .control')) {
    const kinds = ['[type=radio]', '[type=checkbox]', '[data-preset]', '[data-move="1"]:not(li:last-child *)'];
    for (const kind of kinds.filter((one) => group.querySelector(one))) {
      acts.push((turn) => {
        const buttons = [...group.querySelectorAll<HTMLElement>(kind)];
        buttons[(turn + 1) % buttons.length]?.click();
      });
    }
  }
  Object.assign(globalThis, {
    act: (turn: number) => {
      acts[turn % acts.length]?.(Math.floor(turn / acts.length));
      return new Promise((done) => {
        requestAnimationFrame(() => requestAnimationFrame(done));
      });
    },
  });
}
