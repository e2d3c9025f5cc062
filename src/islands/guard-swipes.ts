/** So far a finger goes before it is clear which way it wants. */
const undecided = 8;

/** A finger on a slider. */
interface Touch {
  readonly range: HTMLInputElement;
  readonly from: { readonly x: number; readonly y: number; readonly value: number };
  /** What the browser would have set already. */
  wanted?: number;
}

/**
 * Keeps a swipe that begins on a slider from setting it: a browser sets it where the finger comes down, and only then
 * sees that the page is to be scrolled. So a touch sets nothing before it has gone sideways or has ended where it began.
 * A mouse, a pen and keys are not held up.
 */
export function guardSwipes(root: HTMLElement): void {
  let touch: Touch | undefined;
  const let_go = (): void => {
    touch = undefined;
  };
  const apply = (): void => {
    const [range, wanted] = [touch?.range, touch?.wanted];
    let_go();
    if (range === undefined || wanted === undefined) return;
    range.valueAsNumber = wanted;
    range.dispatchEvent(new Event('input', { bubbles: true }));
  };
  root.addEventListener(
    'pointerdown',
    ({ target, pointerType, isPrimary, clientX: x, clientY: y }) => {
      if (pointerType !== 'touch' || !isPrimary || !isRange(target)) return let_go();
      touch = { range: target, from: { x, y, value: target.valueAsNumber } };
    },
    true,
  );
}

function isRange(target: EventTarget | null): target is HTMLInputElement {
  return target instanceof HTMLInputElement && target.type === 'range';
}
