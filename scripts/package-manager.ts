/** Runs a command, with its error output shown or not, and returns whether it succeeded. */
export type Succeeds = (command: string, args: readonly string[], errors: 'shown' | 'hidden') => boolean;

/** Debian's package manager, if it can be used without a password. */
export interface PackageManager {
  /** Whether its lists have a package; they are not updated for this. Ubuntu lacks some packages of Debian. */
  readonly knows: (name: string) => boolean;
  /** Installs packages; returns `false` if that is not possible. */
  readonly install: (names: readonly string[]) => boolean;
}

/** A short timeout for mirrors that cannot be reached: there are other ways to get the packages. */
const shortTimeout = ['-o', 'Acquire::Retries=1', '-o', 'Acquire::http::Timeout=20'];

/**
 * @param isRoot whether this user needs no `sudo`
 * @param say called with a message before packages are installed, which may take a while
 */
export function packageManager(succeeds: Succeeds, isRoot: boolean, say: (text: string) => void): PackageManager {
  const knows = (name: string) => succeeds('apt-cache', ['show', name], 'hidden');
  const mayInstall = () =>
    succeeds('apt-get', ['--version'], 'hidden') && (isRoot || succeeds('sudo', ['-n', 'true'], 'hidden'));
  const apt = (args: readonly string[]) => {
    const command = ['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq', ...shortTimeout, ...args];
    return isRoot ? succeeds('env', command.slice(1), 'shown') : succeeds('sudo', ['-n', ...command], 'shown');
  };
  const updateLists = onlyOnce(() => apt(['update']));
  return {
    knows,
    install(names) {
      if (!mayInstall()) return false;
      updateLists();
      if (!names.every(knows)) return false;
      say(`Installing ${names.join(', ')} with apt-get …`);
      return apt(['install', '-y', '--no-install-recommends', ...names]);
    },
  };
}

function onlyOnce(action: () => unknown): () => void {
  let isDone = false;
  return () => {
    if (!isDone) action();
    isDone = true;
  };
}
