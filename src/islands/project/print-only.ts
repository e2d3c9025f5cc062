/** Prints one element of the page, without the rest of it: `print-only` in the styles. */
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
