/** The modules of Python's standard library that guides import, and the packages that the embedded engine has. */
const present = new Set(
  (
    '__future__ abc argparse array ast asyncio atexit base64 bisect builtins calendar cmath codecs collections concurrent ' +
    'configparser contextlib contextvars copy copyreg csv ctypes dataclasses datetime decimal difflib dis doctest email enum ' +
    'errno faulthandler fileinput fnmatch fractions functools gc getpass gettext glob graphlib gzip hashlib heapq hmac html ' +
    'http importlib inspect io ipaddress itertools json keyword linecache locale logging lzma math mimetypes multiprocessing ' +
    'numbers operator os pathlib pdb pickle pkgutil platform plistlib pprint profile queue random re reprlib sched secrets ' +
    'select selectors shelve shlex shutil signal site smtplib socket sqlite3 ssl stat statistics string struct subprocess ' +
    'symtable sys sysconfig tarfile tempfile textwrap this threading time timeit tkinter token tokenize tomllib traceback ' +
    'tracemalloc turtle types typing unicodedata unittest urllib uuid venv warnings wave weakref webbrowser xml zipfile zlib ' +
    'zoneinfo antigravity ' +
    'numpy matplotlib'
  ).split(' '),
);

/** The packages that some code imports and that are neither in the standard library nor in the embedded engine, sorted. */
export function thirdParty(code: string): string[] {
  const lines = code.matchAll(/^[ \t]*(?:import[ \t]+([\w.]+)|from[ \t]+([\w.]+)[ \t]+import\b)/gm);
  const names = [...lines].map(([, plain, from]) => (plain ?? from ?? '').split('.')[0] ?? '');
  return [...new Set(names.filter((name) => name !== '' && !present.has(name)))].sort();
}
