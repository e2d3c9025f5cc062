"""Runs blocks so that the frames below them contain no object of ours that a block could change."""

import sys
import types
import warnings
from functools import partial

# The only frame of ours below a block's own. Four of its constants are replaced by functions, since a block could
# change a variable, a global or a built-in name.
RUNNER = """def run(held):
    for *_, (compiled, namespace) in held.pop():
        try:
            "exec"(compiled, namespace)
        except:
            "append"("exc_info"())
            "raised"()
        else:
            "append"((None, None, None))
"""
EXEC_LINE = 4


def make_runner(append, raised):
    """A function that takes a list with the steps of `untraced`, empties it, and executes each step.

    After each step, `append` is called with the result of `sys.exc_info()`, before any code of the step can run again,
    and `raised` if it has raised. A block finds both in the code of this frame, and what `append` belongs to can be
    changed by its hooks: only what `raised` counts, which never goes back, tells that it has returned.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SyntaxWarning)
        module = compile(RUNNER, "<runner>", "exec")
    functions = {"exec": exec, "append": append, "exc_info": sys.exc_info, "raised": raised}
    code = next(one for one in module.co_consts if isinstance(one, types.CodeType))
    constants = tuple(functions.get(one, one) if isinstance(one, str) else one for one in code.co_consts)
    return types.FunctionType(_without_jumps(code).replace(co_consts=constants), {"__builtins__": {}})


def _without_jumps(code):
    """The code with no line after the call of `exec`: a trace function of a block can jump from and to lines only."""
    if not hasattr(code, "co_lines"):
        return code.replace(co_lnotab=b"")  # Python 3.9
    end = max(end for _, end, line in code.co_lines() if line == EXEC_LINE)
    # An entry for each instruction: on the first line of the function, and on none.
    here, nowhere = (b"\2\0", b"\2\x80") if sys.version_info < (3, 11) else (b"\xe8\0", b"\xf8")
    return code.replace(co_linetable=here * (end // 2) + nowhere * ((len(code.co_code) - end) // 2))


def untraced(steps):
    """The steps, pairs of a code object and a namespace; before each, tracing, profiling and monitoring are ended."""
    ends = [partial(sys.settrace, None), partial(sys.setprofile, None)]
    if hasattr(sys, "monitoring"):
        ends += [partial(sys.monitoring.free_tool_id, number) for number in range(6)]
    return zip(*[iter(end, 0) for end in ends], steps)
