/** What `os._exit`, `os.abort` or a fatal error leave behind when an interpreter comes to its end: a few words. */
export function deathOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const status = /exit\((-?\d+)\)/.exec(text)?.[1];
  return status === undefined ? (text.split('\n')[0] ?? '').slice(0, 200) : `exit status ${status}`;
}
