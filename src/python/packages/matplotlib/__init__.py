"""Matplotlib for this page: it records the calls of `matplotlib.pyplot` as plain data, and the page draws them.

Written for this guide in plain Python. It has the names, defaults and error messages of Matplotlib for the plots that
learners draw, and refuses everything else with an error. Compared with Matplotlib 3.6.
"""

import sys

from ._missing import WAYS_OUT as _WAYS_OUT, missing as _missing
from ._refuse import ELSEWHERE as _ELSEWHERE
from ._settings import rcdefaults, rcParams

__version__ = "3.6.3"

_BACKENDS = (
    "agg cairo pdf pgf ps svg template gtk3agg gtk4agg macosx nbagg qtagg qt5agg tkagg webagg wxagg inline notebook "
    "widget"
).split()


def use(backend, *, force=True):
    """Has no effect, since the page draws. Raises ValueError for a name that is no backend."""
    name = str(backend).lower().removeprefix("module://")
    if name not in _BACKENDS and "inline" not in name:
        raise ValueError(f"{backend!r} is not a valid value for backend; supported values are {_BACKENDS}")


def get_backend():
    """The name of the only backend."""
    return "recorder"


def __getattr__(name):
    raise _missing("matplotlib", name, ["pyplot", "use", "rcParams", "get_backend"], "module 'matplotlib'")


class _NotHere:
    """An import hook: the error for a module of real Matplotlib that this one lacks names the alternative."""

    @staticmethod
    def find_spec(fullname, path=None, target=None):
        top, _, rest = fullname.partition(".")
        if top == "mpl_toolkits" or (top == "matplotlib" and rest and not rest.startswith("_")):
            way = _WAYS_OUT.get(rest.split(".")[-1] or "mplot3d", _ELSEWHERE)
            raise ModuleNotFoundError(f"{fullname} is not part of the Matplotlib of this page. {way}", name=fullname)
        return None


sys.meta_path.append(_NotHere)
