/** Whether the reader came by Back or Forward, and the browser has loaded the page again. */
export function cameBack(): boolean {
  const [entry] = performance.getEntriesByType('navigation');
  return entry !== undefined && 'type' in entry && entry.type === 'back_forward';
}
