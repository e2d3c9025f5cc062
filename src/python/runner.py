"""Runs blocks so that nothing of ours is in the frames below them, where a block could change it."""

import sys
import types
import warnings
from functools import partial

# The one frame of ours that a block has below its own. It is run with three of its constants exchanged for functions: a
# variable, a global or a built-in name could be given another value by the block.
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
    """A function that takes a list with the steps of `untraced`, which it empties, and executes each step.

    After each, `append` is called with what `sys.exc_info` says of it, before anything else of it can run.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SyntaxWarning)
        module = compile(RUNNER, "<runner>", "exec")
    functions = {"exec": exec, "append": append, "exc_info": sys.exc_info}
    code = next(one for one in module.co_consts if isinstance(one, types.CodeType))
    constants = tuple(functions.get(one, one) if isinstance(one, str) else one for one in code.co_consts)
    return types.FunctionType(code.replace(co_consts=constants), {"__builtins__": {}})


def untraced(steps):
    """The steps, pairs of a code object and a namespace, with whatever could watch them go on ended before each."""
    ends = [partial(sys.settrace, None), partial(sys.setprofile, None)]
    if hasattr(sys, "monitoring"):
        ends += [partial(sys.monitoring.free_tool_id, number) for number in range(6)]
    return zip(*[iter(end, 0) for end in ends], steps)
