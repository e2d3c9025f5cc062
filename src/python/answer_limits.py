"""How long an answer may run while it is checked, counted in steps: the same answer ends the same everywhere."""

import sys
from math import inf
from types import CodeType

_TOOL = 4


class Limited(BaseException):
    """Thrown into an answer that has taken all its steps."""


class Steps:
    """A context in which steps are counted: jumps back and calls, or lines in a Python before 3.12.

    With `programs` (code objects), only their own steps are counted and not those of the modules that they use, which
    then run at their full speed. It may be entered again inside itself, which changes nothing.
    """

    def __init__(self, most, programs=None):
        self.most = most
        self.taken = 0
        self._entered = 0
        self.codes = None if programs is None else [code for program in programs for code in _with_inner(program)]

    def __enter__(self):
        self._entered += 1
        if self._entered == 1:
            self._start()

    def __exit__(self, *_):
        self._entered -= 1
        if self._entered == 0:
            self._stop()

    def _start(self):
        monitoring = getattr(sys, "monitoring", None)
        if monitoring is None:
            self.before = sys.gettrace()
            sys.settrace(self._trace)
            return
        monitoring.free_tool_id(_TOOL)
        monitoring.use_tool_id(_TOOL, "checking")
        events = monitoring.events
        for event in (events.JUMP, events.PY_START):
            monitoring.register_callback(_TOOL, event, self._step)
        counted = events.JUMP | events.PY_START
        if self.codes is None:
            monitoring.set_events(_TOOL, counted)
        for code in self.codes or ():
            monitoring.set_local_events(_TOOL, code, counted)

    def _stop(self):
        monitoring = getattr(sys, "monitoring", None)
        if monitoring is None:
            sys.settrace(self.before)
            return
        monitoring.set_events(_TOOL, 0)
        for code in self.codes or ():
            monitoring.set_local_events(_TOOL, code, 0)
        monitoring.free_tool_id(_TOOL)

    def _step(self, *_):
        self.taken += 1
        if self.taken > self.most:
            # Once is enough: what ends the count makes steps as well.
            self.most = inf
            raise Limited

    def _trace(self, frame, event, _argument):
        if self.codes is not None and frame.f_code not in self.codes:
            return None
        if event == "line":
            self._step()
        return self._trace


def _with_inner(code):
    """A code object and those of the functions and classes in it."""
    yield code
    for one in code.co_consts:
        if isinstance(one, CodeType):
            yield from _with_inner(one)
