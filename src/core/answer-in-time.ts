/** Milliseconds of silence after which a storage is given up: a reader waits for what it would save. */
const patience = 6000;

/** The result of a question to a storage of the browser, or `undefined` if it fails or has no answer for some seconds. */
export async function answerInTime<T>(ask: () => Promise<T>): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, patience, undefined);
  });
  try {
    return await Promise.race([ask(), silence]);
  } catch {
    // Browsers refuse it with various errors.
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}
