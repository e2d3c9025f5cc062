/**
 * Shows a motion frame by frame, ever slower toward its end. Where the reader wants no motion, only its end.
 *
 * @param milliseconds how long it takes
 * @param show shows a part of the motion, from 0 to 1, and returns whether it is still wanted
 */
export function glide(milliseconds: number, show: (part: number) => boolean): void {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
    show(1);
    return;
  }
  const start = performance.now();
  const next = () => {
    const part = Math.min((performance.now() - start) / milliseconds, 1);
    if (show(1 - (1 - part) ** 3) && part < 1) requestAnimationFrame(next);
  };
  next();
}
