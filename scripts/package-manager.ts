/** Runs a command, with its complaints shown or not, and says whether it succeeded. */
export type Succeeds = (command: string, args: readonly string[], complaints: 'shown' | 'hidden') => boolean;

/** Debian's package manager, where there is one that this user may use without being asked for a password. */
export interface PackageManager {
  /** Whether it has heard of a package, without looking for news. Ubuntu has not of all that Debian has. */
  readonly knows: (name: string) => boolean;
  /** Installs packages; `false` where it cannot. */
  readonly install: (names: readonly string[]) => boolean;
}

/** A mirror that cannot be reached is given up soon: packages may come from elsewhere. */
const patience = ['-o', 'Acquire::Retries=1', '-o', 'Acquire::http::Timeout=20'];

/**
 * @param isRoot whether this user needs no `sudo`
 * @param say told before something is installed, which may take a while
 */
export function packageManager(succeeds: Succeeds, isRoot: boolean, say: (text: string) => void): PackageManager {
  const knows = (name: string) => succeeds('apt-cache', ['show', name], 'hidden');
  const mayInstall = () =>
    succeeds('apt-get', ['--version'], 'hidden') && (isRoot || succeeds('sudo', ['-n', 'true'], 'hidden'));
  const apt = (args: readonly string[]) => {
    const command = ['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq', ...patience, ...args];
    return isRoot ? succeeds('env', command.slice(1), 'shown') : succeeds('sudo', ['-n', ...command], 'shown');
  };
  const lookForNews = onlyOnce(() => apt(['update']));
  return {
    knows,
    install(names) {
      if (!mayInstall()) return false;
      lookForNews();
      if (!names.every(knows)) return false;
      say(`Installing ${names.join(', ')} with apt-get …`);
      return apt(['install', '-y', '--no-install-recommends', ...names]);
    },
  };
}

function onlyOnce(act: () => unknown): () => void {
  let isDone = false;
  return () => {
    if (!isDone) act();
    isDone = true;
  };
}
