/** The server could not be started; the message has the end of its error output. */
export class NativeHostError extends Error {}
