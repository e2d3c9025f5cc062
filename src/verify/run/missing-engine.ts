import type { Package } from './plan.ts';

/** No Python that was found can run the examples. The message lists the Pythons found, and the remedy. */
export class MissingEngineError extends Error {}

const installHint = [
  'Install it (`npm run setup` does, where it may; else `python3 -m venv .venv && .venv/bin/pip install numpy matplotlib`),',
  'or name another interpreter with `--python PATH` or in the environment variable CALCULUS_PYTHON.',
].join('\n');

/** @param named the value of the environment variable CALCULUS_PYTHON */
export function noPython(named: string | undefined): MissingEngineError {
  const found = named ? `\`${named}\`, the value of CALCULUS_PYTHON, is not one.` : 'No candidate works.';
  return new MissingEngineError(
    `No Python 3.9 or newer was found, and the examples need one. ${found}\n${installHint}`,
  );
}

/** The error for an example that imports a package that no chosen engine has. */
export function missingPackage(
  where: string,
  needs: readonly Package[],
  engines: readonly { readonly label: string; readonly location: string }[],
): MissingEngineError {
  const names = needs.map((name) => ({ numpy: 'NumPy', matplotlib: 'Matplotlib' })[name]).join(' and ');
  const chosen = engines.map(({ label, location }) => `\n  ${label} (${location})`).join('');
  return new MissingEngineError(`${where} imports ${names}, which no chosen Python has:${chosen}\n${installHint}`);
}
