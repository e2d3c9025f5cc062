/** A part of the page's program could not be fetched. The message is for the reader, in whole sentences. */
export class MissingPartError extends Error {
  /** Whether asking again may help: not where the part is no longer on the server. */
  readonly mayRetry: boolean;

  constructor(message: string, mayRetry: boolean, cause: unknown) {
    super(message, { cause });
    this.mayRetry = mayRetry;
  }
}

/**
 * Fetches a part of the page's program that is imported when it is first needed. A browser does not tell why an import
 * fails: without a network, or after a new deployment, which removes the files of the one before. So the server is asked
 * for the page itself.
 *
 * @param ask resolves with the status of the server's answer, rejects when there is none
 * @throws {MissingPartError}
 */
export async function fetchPart<Part>(
  load: () => Promise<Part>,
  ask: () => Promise<number> = askForPage,
): Promise<Part> {
  try {
    return await load();
  } catch (cause) {
    const status = await ask().catch(() => undefined);
    if (status === undefined) throw missing('Check your connection, and try again.', true, cause);
    if (status >= 500) throw missing(`The server answered ${status}: try again later.`, true, cause);
    throw missing('The guide may have been updated since you opened this page: reload it.', false, cause);
  }
}

/** By `HEAD`, which no service worker of ours and no cache answers. */
async function askForPage(): Promise<number> {
  return (await fetch(location.href, { method: 'HEAD', cache: 'no-store' })).status;
}

function missing(advice: string, mayRetry: boolean, cause: unknown): MissingPartError {
  return new MissingPartError(`A part of this page could not be fetched. ${advice}`, mayRetry, cause);
}
