/** The exit code after a fault of the program itself, which is neither one of a page nor one of the command. */
export const faultCode = 5;

/** The message about a fault of the program: what happened, where, and what to do. */
export function faultText(error: unknown): string {
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `This is a fault of the program, and not of your pages. Please report it with these lines:\n${trace}\n`;
}
