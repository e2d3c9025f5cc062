/** Tells whether an element can be seen: whether it is in the window, and the window in front. */
export function watchSeen(element: Element, changed: (seen: boolean) => void): void {
  let inWindow = true;
  const tell = (): void => changed(inWindow && !document.hidden);
  new IntersectionObserver((entries) => {
    inWindow = entries.at(-1)?.isIntersecting ?? inWindow;
    tell();
  }).observe(element);
  document.addEventListener('visibilitychange', tell);
}
