/** A mistake of the user, in a file or in the command: the message says what, where, and the remedy. The exit code is 2. */
export class InputError extends Error {}
