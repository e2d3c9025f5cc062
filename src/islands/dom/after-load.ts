/**
 * Calls a program once the page has loaded, in a task of its own: what the programs of a page do then would keep a phone from
 * answering for a tenth of a second if it were one task.
 */
export function afterLoad(program: () => unknown): void {
  const start = () => setTimeout(program);
  if (document.readyState === 'complete') start();
  else addEventListener('load', start);
}
