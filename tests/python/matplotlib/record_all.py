"""Runs the programs of a JSON list on the standard input, each from a clean state, and prints what became of each.

Of each: the figures it recorded, what it printed, its warnings, and its error as "Type: message" or null.
"""

import io
import json
import sys
import warnings

sys.path.insert(0, sys.argv[1])

import matplotlib
import matplotlib.pyplot as plt
from matplotlib import _recorder


def run(code):
    plt.close("all")
    _recorder.take_figures()
    matplotlib.rcdefaults()
    printed, sys.stdout = sys.stdout, io.StringIO()
    error = None
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        try:
            exec(compile(code, "<program>", "exec"), {"__name__": "__main__", "plt": plt})
        except BaseException as raised:
            error = f"{type(raised).__name__}: {raised}"
        finally:
            text, sys.stdout = sys.stdout.getvalue(), printed
        figures = [] if error else _recorder.take_figures()
    return {"figures": figures, "printed": text, "error": error, "warnings": [str(one.message) for one in warned]}


print(json.dumps([run(code) for code in json.load(sys.stdin)]))
