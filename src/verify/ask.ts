/** Asks a yes-or-no question on the terminal, if there is one; everything but a yes is a no, the end of input too. */
export const ask =
  process.stdin.isTTY && process.stderr.isTTY
    ? async (question: string): Promise<boolean> => {
        const { createInterface } = await import('node:readline/promises');
        const lines = createInterface({ input: process.stdin, output: process.stderr });
        const closed = new Promise<string>((resolve) => lines.once('close', () => resolve('')));
        const answer = await Promise.race([lines.question(question), closed]);
        lines.close();
        return /^y(?:es)?$/i.test(answer.trim());
      }
    : undefined;
