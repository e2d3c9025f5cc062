"""Plain messages with a remedy for features that Python lacks here, in place of the system's error numbers.

These messages are no protection: the features themselves are disabled below Python (`close-imports.ts`).
"""

import _socket
import _thread
import concurrent.futures.process
import faulthandler
import importlib.machinery
import importlib.util
import os
import signal
import socket
import ssl
import subprocess
import sys
import termios
import threading
import zoneinfo._common

_ONE_THREAD = (
    "can't start new thread: Python has one thread here. Call the function itself; for many calls, use a loop or map()."
)
_NO_PROGRAMS = (
    "No other program and no shell can be run here. Use functions of Python, or run this on your own machine."
)
_NO_PROCESSES = "Python has one process here. Call the function itself; for many calls, use a loop or map()."
_NO_NETWORK = "There is no network here. Put the data into the program, or run this on your own machine."
_NO_TERMINAL = "There is no terminal here. Use print()."
_NO_DEBUGGER = "A debugger needs input, and there is no terminal here. Use print()."
_NO_ZONES = "There is no list of time zones here. Use datetime.timezone(datetime.timedelta(hours=2))."
_ABSENT = "It is part of Python, but not here. Run this on your own machine."
_NO_ALARM = "No signal comes from outside here. Measure the time with time.perf_counter(), and end the loop yourself."

# Modules that are missing because their feature is not possible here, not because a package is not installed.
MISSING = {
    "_multiprocessing": _NO_PROCESSES,
    "_posixshmem": _NO_PROCESSES,
    "_posixsubprocess": _NO_PROGRAMS,
    "_interpreters": _NO_PROCESSES,
    "_ssl": _NO_NETWORK,
    "tkinter": "There are no windows here. Draw with matplotlib.pyplot.",
    "_tkinter": "There are no windows here. Draw with matplotlib.pyplot.",
    "turtle": "There are no windows here. Draw with matplotlib.pyplot.",
    "curses": _NO_TERMINAL,
    "readline": _NO_TERMINAL,
    "requests": _NO_NETWORK,
    "httpx": _NO_NETWORK,
    "aiohttp": _NO_NETWORK,
    "urllib3": _NO_NETWORK,
}

# Modules that can be imported, but have no effect here.
USELESS = {
    "multiprocessing.sharedctypes": _NO_PROCESSES,
    "pty": _NO_TERMINAL,
    "webbrowser": "No page can be opened in a browser from here. Print its address.",
}


def _named(known):
    """An error class of ours with the name of the built-in class that readers know and catch."""
    names = {"__module__": known.__module__, "__qualname__": known.__qualname__}
    return lambda *bases: type(known.__name__, bases, dict(names))


# The names of our own modules, which no block can import.
OWN_NAMES = frozenset(name[:-3] for name in os.listdir("/own") if name.endswith(".py"))
# The files of our own packages.
_OWN_FILES = set()

# A program that catches any error of the network or the system catches this one.
_NoNetwork = _named(OSError)(_socket.gaierror, PermissionError)


def _refusing(error, message):
    def refuse(*_arguments, **_keywords):
        raise error(message)

    return refuse


class _NoSocket(_socket.socket):
    """The base class of `socket.socket`."""

    __init__ = _refusing(_NoNetwork, _NO_NETWORK)


def speak_plainly():
    """Replace functions that are not possible here by ones with a plain message. Call it before a snapshot is taken."""
    start = _refusing(RuntimeError, _ONE_THREAD)
    _thread.start_new_thread = _thread.start_new = _thread.start_joinable_thread = start
    threading._start_new_thread = threading._start_joinable_thread = start
    run = _refusing(OSError, _NO_PROGRAMS)
    for name in _PROGRAMS:
        for module in (sys.modules["posix"], os):
            setattr(module, name, run)
    subprocess.Popen.__init__ = run
    subprocess.Popen.__del__ = lambda self: None
    fork = _refusing(OSError, _NO_PROCESSES)
    for name in ("fork", "forkpty", "wait", "wait3", "wait4", "waitpid", "waitid"):
        for module in (sys.modules["posix"], os):
            setattr(module, name, fork)
    faulthandler.dump_traceback_later = start
    concurrent.futures.process._check_system_limits = _refusing(NotImplementedError, _NO_PROCESSES)
    concurrent.futures.InterpreterPoolExecutor = _refusing(NotImplementedError, _NO_PROCESSES)
    for module in (sys.modules["posix"], os):
        module.get_terminal_size = _refusing(OSError, _NO_TERMINAL)
    for name in ("tcgetattr", "tcsetattr", "tcgetwinsize", "tcsetwinsize"):
        setattr(termios, name, _refusing(termios.error, _NO_TERMINAL))
    sys.breakpointhook = sys.__breakpointhook__ = _refusing(RuntimeError, _NO_DEBUGGER)
    alarm = _refusing(OSError, _NO_ALARM)
    for name in ("alarm", "setitimer", "pause", "sigwait", "sigtimedwait", "sigwaitinfo"):
        setattr(signal, name, alarm)
    network = _refusing(_NoNetwork, _NO_NETWORK)
    for module in (_socket, socket):
        for name in _LOOK_UPS:
            setattr(module, name, network)
    _socket.socket = _socket.SocketType = socket.SocketType = _NoSocket
    socket.socketpair = socket.fromfd = network
    for module in (ssl, ssl._ssl):
        module.NotImplementedError = lambda _message: _NoNetwork(_NO_NETWORK)
    zoneinfo._common.load_tzdata = _load_time_zone


def _load_time_zone(key):
    raise zoneinfo.ZoneInfoNotFoundError(f"No time zone found with key {key}. {_NO_ZONES}")


_PROGRAMS = (
    *("system", "popen", "execv", "execve", "execl", "execle", "execlp", "execlpe", "execvp", "execvpe"),
    *("posix_spawn", "posix_spawnp", "spawnl", "spawnle", "spawnlp", "spawnlpe"),
    *("spawnv", "spawnve", "spawnvp", "spawnvpe"),
)
_LOOK_UPS = (
    *("getaddrinfo", "getnameinfo", "gethostbyname", "gethostbyname_ex", "gethostbyaddr", "getprotobyname"),
    *("getservbyname", "getservbyport", "if_nameindex", "if_nametoindex", "if_indextoname"),
)


class PlainImports:
    """A finder with messages for modules that are missing here, and with the event loop of this Python."""

    @staticmethod
    def find_spec(name, path=None, target=None):
        """The spec of a module, or None. Raises ModuleNotFoundError with the reason for a missing module."""
        if name == "asyncio.unix_events":
            return importlib.util.spec_from_file_location(name, "/own/event_loop.py")
        reason = USELESS.get(name) or MISSING.get(name)
        if reason and (name in USELESS or not importlib.machinery.PathFinder.find_spec(name, path)):
            raise ModuleNotFoundError(f"No module named '{name}'. {reason}", name=name)
        if name in OWN_NAMES and _is_ours(importlib.machinery.PathFinder.find_spec(name, path)):
            raise ModuleNotFoundError(f"No module named '{name}'", name=name)
        home, _, part = name.rpartition(".")
        if getattr(sys.modules.get(home), "__file__", None) in _OWN_FILES:
            return _part_of_ours(home, part, path)
        return None


def _is_ours(spec):
    return spec is not None and (spec.origin or "").startswith("/own/")


class AbsentParts:
    """The last finder, with a message for all other modules of Python's own library that are not here."""

    @staticmethod
    def find_spec(name, path=None, target=None):
        """Raises ModuleNotFoundError for a module of Python's library, since no other finder has found it."""
        if name in sys.stdlib_module_names:
            raise ModuleNotFoundError(f"No module named '{name}'. {_ABSENT}", name=name)


def know_own_modules():
    """Make `from numpy.linalg import eig` call the finder, as for packages. Call it before a snapshot is taken."""
    for module in list(sys.modules.values()):
        file = getattr(module, "__file__", None) or ""
        if file.startswith(("/own/numpy/", "/own/matplotlib/")):
            _OWN_FILES.add(file)
            if not hasattr(module, "__path__"):
                module.__path__ = []


def _part_of_ours(home, part, path):
    """Raise for a name that one of our own packages lacks, with the message of an access to that attribute."""
    spec = importlib.machinery.PathFinder.find_spec(f"{home}.{part}", path)
    if spec or part.startswith("_"):
        return spec
    is_from = _is_from_import()
    try:
        getattr(sys.modules[home], part)
        return None
    except AttributeError as error:
        unknown = f"cannot import name {part!r} from {home!r}" if is_from else f"No module named '{home}.{part}'"
        message = str(error) if " is not part of " in str(error) or "method of Axes" in str(error) else unknown
    raise (ImportError if is_from else ModuleNotFoundError)(message, name=home)


def _is_from_import():
    frame = sys._getframe()
    while frame and frame.f_code.co_filename.startswith(("<frozen importlib", "/own/")):
        if frame.f_code.co_name == "_handle_fromlist":
            return True
        frame = frame.f_back
    return False
