"""How long an answer may run while it is checked, counted in steps: the same answer ends the same everywhere."""

import sys
from math import inf

_TOOL = 4


class Limited(BaseException):
    """Thrown into an answer that has taken all its steps."""


class Steps:
    """A context in which steps are counted: jumps back and calls, or lines in a Python before 3.12."""

    def __init__(self, most):
        self.most = most
        self.taken = 0

    def __enter__(self):
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
        monitoring.set_events(_TOOL, events.JUMP | events.PY_START)

    def __exit__(self, *_):
        monitoring = getattr(sys, "monitoring", None)
        if monitoring is None:
            sys.settrace(self.before)
            return
        monitoring.set_events(_TOOL, 0)
        monitoring.free_tool_id(_TOOL)

    def _step(self, *_):
        self.taken += 1
        if self.taken > self.most:
            # Once is enough: what ends the count makes steps as well.
            self.most = inf
            raise Limited

    def _trace(self, _frame, event, _argument):
        if event == "line":
            self._step()
        return self._trace
