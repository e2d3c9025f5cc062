"""The sealing of Python in WebAssembly, once, before it runs blocks (`embedded_blocks.py`).

No block can reach a JavaScript value: the host passes and receives strings only, output leaves through the file
descriptors below Python, and `seal` removes Pyodide's ways to JavaScript.
"""

import _imp
import gc
import importlib.util
import os
import random
import shutil
import sys
import time
import warnings
from types import ModuleType

from open_modules import OPEN
from plain_refusals import AbsentParts, PlainImports, know_own_modules, speak_plainly

# Modules that examples import: they are part of the snapshot, so that their import costs nothing.
PREPARED = (
    "numpy",
    "matplotlib.pyplot",
    "math",
    "random",
    "statistics",
    "itertools",
    "functools",
    "collections",
    "time",
)

_JAVASCRIPT = "Python here is sealed off from JavaScript."
_NO_C = "There are no C functions to call from Python here."
_NO_PACKAGES = "No packages can be installed here; `numpy` and `matplotlib.pyplot` are there."

# Modules that are always closed: Pyodide's, and those that call C functions by address.
CLOSED = {
    "_ctypes": _NO_C,
    "_pyodide": _JAVASCRIPT,
    "_pyodide_core": _JAVASCRIPT,
    "ctypes": _NO_C,
    "js": _JAVASCRIPT,
    "micropip": _NO_PACKAGES,
    "pip": _NO_PACKAGES,
    "pyodide": _JAVASCRIPT,
    "pyodide_js": _JAVASCRIPT,
}
OTHER_CLOSED = "It is part of Python that is closed here. Use what is in Python's documentation."

# Objects that referred to a JavaScript value when the snapshot was taken. It contains them, so they are emptied later.
_known_holders = []


class ClosedDoors:
    """A finder that refuses closed modules by name, before all other finders."""

    @staticmethod
    def find_spec(name, path=None, target=None):
        """Raises for a closed module; returns None for any other, so that the search continues."""
        if _is_closed(name):
            reason = CLOSED.get(name.partition(".")[0], OTHER_CLOSED)
            raise ModuleNotFoundError(f"No module named '{name}'. {reason}", name=name)
        return None


def version():
    """The version of CPython: `3.14.2`."""
    return ".".join(map(str, sys.version_info[:3]))


def forget_own_packages():
    """Remove our own `numpy` and `matplotlib`, since the real packages are installed. Call it before `prepare`."""
    for name in ("numpy", "matplotlib"):
        shutil.rmtree(f"/own/{name}")
    importlib.invalidate_caches()
    warnings.filterwarnings("ignore", message=".*(non-GUI backend|non-interactive)", category=UserWarning)


def prepare():
    """Do the slow steps before a snapshot of the memory is taken: imports, and a first search for JavaScript values."""
    for name in sys.builtin_module_names:
        if not _is_closed(name):
            importlib.import_module(name)
    for name in PREPARED:
        if importlib.util.find_spec(name.partition(".")[0]):
            importlib.import_module(name)
    know_own_modules()
    speak_plainly()
    gc.collect()
    _known_holders.extend(_proxy_holders())
    gc.freeze()


def seal():
    """Close every way from Python to JavaScript, C and the host. Called once, before the first block."""
    time.sleep = time.sleep.__wrapped__  # Pyodide's own waits for the browser's event loop.
    for name in [name for name in sys.modules if _is_closed(name) or name.partition(".")[0] in ("asyncio", "_asyncio")]:
        module = sys.modules.pop(name)
        if type(module) is ModuleType and _is_closed(name):
            module.__dict__.clear()
    for finder in sys.meta_path:
        getattr(finder, "jsproxies", {}).clear()
    finders = [finder for finder in sys.meta_path if not _is_pyodides(finder)]
    sys.meta_path[:] = [ClosedDoors, PlainImports, *finders, AbsentParts]
    for device in ("/dev/tty", "/dev/tty1"):
        os.unlink(device)  # Text written there would go to a console, not to the output.
    _cut_proxies()
    _close_memory()


def _is_closed(name):
    first = name.partition(".")[0]
    return first in CLOSED or (first in sys.builtin_module_names and first not in OPEN)


def _is_pyodides(finder):
    cls = finder if isinstance(finder, type) else type(finder)
    return _is_closed(cls.__module__)


def _cut_proxies():
    """Remove all references to JavaScript values, such as those of Pyodide's import hook and its event loop."""
    for holder in [*_known_holders, *_proxy_holders()]:
        names = holder if type(holder) is dict else getattr(holder, "__dict__", {})
        for name in [name for name, value in names.items() if _is_proxy(value)]:
            names[name] = None
    left = [type(one).__name__ for one in [*_known_holders, *_proxy_holders()] if _holds_proxy(one)]
    _known_holders.clear()
    if left:
        raise RuntimeError(f"These objects still lead to JavaScript: {left}")


def _proxy_holders():
    """Objects made since `prepare` that refer to a JavaScript value."""
    return [one for one in gc.get_objects() if _holds_proxy(one)]


def _holds_proxy(thing):
    return any(map(_is_proxy, gc.get_referents(thing)))


def _is_proxy(thing):
    """Whether `thing` represents a JavaScript value: the class of all such values has this name and no other bases."""
    mro = type(thing).__mro__
    return len(mro) > 1 and mro[-2].__name__ == "JsProxy" and mro[-2].__module__ == "pyodide.ffi"


def _close_memory():
    """Remove the functions that find unreferenced objects, and those that load a closed module again."""
    for name in ("get_objects", "get_referents", "get_referrers"):
        delattr(gc, name)

    def refused(*_):
        raise ImportError("Every module that Python in this page has is loaded already.")

    _imp.create_builtin = refused
    # The real NumPy loads its parts when they are first used.
    if "numpy._coverage" in sys.modules:
        _imp.create_dynamic = refused


def reseed():
    """Give the generators new random seeds: otherwise all restored memories would have the same random numbers."""
    random.seed()
    numpy_random = sys.modules.get("numpy.random")
    if hasattr(numpy_random, "_reseed"):
        numpy_random._reseed()
