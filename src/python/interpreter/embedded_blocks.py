"""Runs blocks in Python in WebAssembly. The host passes and receives strings.

The host calls `start`, `step`, `count` and `finish`, one after the other. So no frame below a block refers to the other
steps (`runner.py`), and whether a block has raised is known before any of its code can run again. After `hide` no
module leads to this one.

Code of an earlier block that runs in `start` or `finish` (a hook, a finalizer, the `__str__` of an exception) finds our
frames, and can change how later blocks of its own session run. It reaches neither the host nor another session.
"""

import base64
import builtins
import io
import itertools
import sys
from functools import partial

import check_answer
import harness
from plain_refusals import OWN_NAMES
from runner import make_runner, untraced

# Functions that are made after this look up built-in names here.
__builtins__ = dict(vars(builtins))

harness.OWN_FOLDERS.append("/own/")

# The request for the running block, and its exception.
_asked = {}
_outcomes = []
_held = []
# The maximum number of characters of a text for the host, whose own limit may be lower.
MOST = 1 << 24
_modules, _stdout = sys.modules, sys.stdout

# How often it was called before, as a text. It is called once for each block that raises, and by the host around a
# block: no code of a block can take that back, and none runs while the host asks.
count = map(str, itertools.count()).__next__
step = partial(make_runner(_outcomes.append, count), _held)


def hide():
    """Hide our own modules, so that no block imports them by accident."""
    for name in OWN_NAMES:
        _modules.pop(name, None)


def begin():
    """Begin the session with a new `__main__`, as in a script. Each later session begins in a copy of this memory."""
    global _main
    sys.argv = ["example.py"]
    # Each line is passed on when it is printed, while the block still runs.
    _stdout.reconfigure(line_buffering=True)
    harness.new_namespace()
    _main = _modules["__main__"]


def start(text):
    """Make `step` ready to run a block: `{"number", "code", "values"}`, perhaps `"keepsLast"` and others."""
    request = harness.decode(text)
    _modules["__main__"] = _main
    filename = f"<example {request['number']}>"
    compiled = harness.compile_block(request, filename, _main.__dict__)
    _asked.clear()
    _asked.update(request, namespace=_main.__dict__, filename=filename)
    _asked["check"] = check_answer.prepare_check(request.get("check"))
    is_broken = isinstance(compiled, BaseException)
    if is_broken:
        count()
    _outcomes[:] = [(type(compiled), compiled, None)] if is_broken else []
    _held[:] = [untraced(iter(() if is_broken else ((compiled, _main.__dict__),)))]


def finish():
    """The result of the block as JSON: `{"end", "values", "figures"}`, and `"checked"` if it has a check."""
    error, namespace = _outcomes[-1][1], _asked["namespace"]
    harness.settle_block(_asked, namespace)
    end = harness.describe_end(error, _asked["filename"], MOST)
    values = [harness.evaluate(value["expr"], value["format"], namespace, MOST) for value in _asked["values"]]
    figures = harness.take_figures() or _take_pictures()
    told = {"end": end, "values": values, "figures": figures}
    if _asked["check"]:
        told["checked"] = check_answer.finish_check(_asked["check"], _asked["code"], namespace, error, figures)
    return harness.encode(told)


def _take_pictures():
    """The open figures of the real Matplotlib, if it is loaded in place of the recorder, as PNG pictures."""
    pyplot = _modules.get("matplotlib.pyplot")
    if pyplot is None or "matplotlib._recorder" in _modules:
        return []
    pictures = []
    for number in pyplot.get_fignums():
        png = io.BytesIO()
        pyplot.figure(number).savefig(png, format="png")
        pictures.append({"png": base64.b64encode(png.getvalue()).decode()})
    pyplot.close("all")
    return pictures
