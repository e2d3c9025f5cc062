/** Prints one element of the page, without the rest of it: `src/styles/print.css` hides that. */
export function printOnly(element: HTMLElement): void {
  const root = document.documentElement;
  element.dataset['prints'] = '';
  root.dataset['printOnly'] = '';
  const restore = () => {
    delete element.dataset['prints'];
    delete root.dataset['printOnly'];
  };
  addEventListener('afterprint', restore, { once: true });
  print();
}
