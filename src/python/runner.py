"""Runs blocks so that the frames below them contain no object of ours that a block could change."""

import sys
import types
import warnings
from functools import partial

# The only frame of ours below a block's own. Three of its constants are replaced by functions, since a block could
# change a variable, a global or a built-in name.
RUNNER = """
def run(held):
    for *_, (compiled, namespace) in held.pop():
        try:
            "exec"(compiled, namespace)
        except:
            "append"("exc_info"())
        else:
            "append"((None, None, None))
"""


def make_runner(append):
    """A function that takes a list with the steps of `untraced`, empties it, and executes each step.

    After each step, `append` is called with the result of `sys.exc_info()`, before any code of the step can run again.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SyntaxWarning)
        module = compile(RUNNER, "<runner>", "exec")
    functions = {"exec": exec, "append": append, "exc_info": sys.exc_info}
    code = next(one for one in module.co_consts if isinstance(one, types.CodeType))
    constants = tuple(functions.get(one, one) if isinstance(one, str) else one for one in code.co_consts)
    return types.FunctionType(code.replace(co_consts=constants), {"__builtins__": {}})


def untraced(steps):
    """The steps, pairs of a code object and a namespace; before each, tracing, profiling and monitoring are ended."""
    ends = [partial(sys.settrace, None), partial(sys.setprofile, None)]
    if hasattr(sys, "monitoring"):
        ends += [partial(sys.monitoring.free_tool_id, number) for number in range(6)]
    return zip(*[iter(end, 0) for end in ends], steps)
