/** The distance in pixels after which the direction of a swipe is decided. */
const undecided = 8;

/** A finger on a slider. */
interface Touch {
  readonly range: HTMLInputElement;
  readonly from: { readonly x: number; readonly y: number; readonly value: number };
  /** The value that the browser has set already. */
  wanted?: number;
  /** The direction: sideways the touch sets the slider, up and down it does not. */
  way?: 'sideways' | 'up and down';
}

/**
 * Prevents a vertical swipe that begins on a slider from setting it. Browsers set a slider when the finger touches it, and
 * only then detect that the page is scrolled. So a touch sets a slider only after it has moved sideways, or has ended
 * where it began. Mouse, pen and keys are not affected.
 */
export function guardSwipes(root: HTMLElement): void {
  let touch: Touch | undefined;
  const set = ({ range, wanted }: Touch): void => {
    if (wanted === undefined) return;
    range.valueAsNumber = wanted;
    range.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const end = (): void => {
    touch = undefined;
  };
  const hears = <K extends keyof HTMLElementEventMap>(type: K, hear: (event: HTMLElementEventMap[K]) => void): void =>
    root.addEventListener(type, hear, { capture: true });
  hears('pointerdown', ({ target, pointerType, isPrimary, clientX: x, clientY: y }) => {
    touch =
      pointerType === 'touch' && isPrimary && isRange(target)
        ? { range: target, from: { x, y, value: target.valueAsNumber } }
        : undefined;
  });
  hears('input', (event) => {
    if (touch === undefined || touch.way === 'sideways' || event.target !== touch.range) return;
    event.stopImmediatePropagation();
    touch.wanted = touch.range.valueAsNumber;
    touch.range.valueAsNumber = touch.from.value;
  });
  hears('pointermove', ({ clientX, clientY }) => {
    if (touch === undefined || touch.way !== undefined) return;
    const [across, down] = [Math.abs(clientX - touch.from.x), Math.abs(clientY - touch.from.y)];
    if (Math.max(across, down) < undecided) return;
    touch.way = across > down ? 'sideways' : 'up and down';
    if (touch.way === 'sideways') set(touch);
  });
  hears('pointerup', () => {
    const tapped = touch;
    end();
    if (tapped && tapped.way === undefined) set(tapped);
  });
  hears('pointercancel', end);
}

function isRange(target: EventTarget | null): target is HTMLInputElement {
  return target instanceof HTMLInputElement && target.type === 'range';
}
