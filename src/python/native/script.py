"""The module `__main__` of a session, in a file of its own: a block finds its class, and the variables of this file."""

import sys
import types


class Script(types.ModuleType):
    """`__main__`, which has a file once `multiprocessing` looks for it, to run it in a new interpreter as well.

    To all others it is as on the page: the folder of a block is empty.
    """

    codes = []
    path = None

    @property
    def __file__(self):
        if sys._getframe(1).f_globals.get("__name__") == "multiprocessing.spawn":
            with open(Script.path, "w", encoding="utf-8") as file:
                file.write("\n".join(Script.codes))
        return vars(self).get("__file__")
