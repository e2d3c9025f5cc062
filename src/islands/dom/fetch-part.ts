/** A part of the page's program could not be fetched. The message is for the reader, in whole sentences. */
export class MissingPartError extends Error {
  /** Whether another try may help: not if the part is no longer on the server. */
  readonly mayRetry: boolean;

  constructor(message: string, mayRetry: boolean, cause: unknown) {
    super(message, { cause });
    this.mayRetry = mayRetry;
  }
}

/**
 * Fetches a part of the page's program that is imported when it is first needed. Browsers do not report why an import
 * fails: there may be no network, or a new deployment may have removed the old files. So the page itself is requested.
 *
 * @param ask resolves with the status of the server's response, rejects if there is none
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

/** Requests the page with `HEAD`, which is not answered by the service worker or a cache. */
async function askForPage(): Promise<number> {
  return (await fetch(location.href, { method: 'HEAD', cache: 'no-store' })).status;
}

function missing(advice: string, mayRetry: boolean, cause: unknown): MissingPartError {
  return new MissingPartError(`A part of this page could not be fetched. ${advice}`, mayRetry, cause);
}
