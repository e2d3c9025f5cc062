"""Runs programs and writes down what came of each statement, as plain data: the same file serves every host.

    python run_programs.py [FOLDER]      programs as JSON on standard input, results as JSON on standard output

FOLDER, if given, is where `numpy` is imported from. A program is a list of statements, each a dict with `code` and
perhaps `operands`, a list of expressions whose values are written down as well. A host that has an interpreter of its
own imports this file and calls `run_program`.
"""

import ast
import contextlib
import io
import json
import os
import signal
import sys
import warnings

SECONDS = 20


def run_program(statements):
    """The results of the statements of one program, in a namespace of its own."""
    import numpy  # deferred: the folder that it comes from is chosen in `main`

    namespace = {"np": numpy, "probe": probe}
    numpy.random.seed(0)
    with contextlib.ExitStack() as stack:
        stack.enter_context(numpy.printoptions())
        stack.enter_context(numpy.errstate())
        return [run_statement(statement, namespace) for statement in statements]


def run_statement(statement, namespace):
    """What one statement printed, warned of, raised, and what it is worth if it is an expression."""
    result = {"error": None, "value": None, "operands": []}
    printed = io.StringIO()
    with warnings.catch_warnings(record=True) as caught, contextlib.redirect_stdout(printed):
        warnings.simplefilter("always")
        try:
            result["value"] = describe(evaluate(statement["code"], namespace))
        except Exception as error:
            result["error"] = {"types": [cls.__name__ for cls in type(error).__mro__[:-3]], "message": str(error)}
    result["warnings"] = [[warning.category.__name__, str(warning.message)] for warning in caught]
    result["printed"] = printed.getvalue()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for operand in statement.get("operands", ()):
            with contextlib.suppress(Exception):
                result["operands"].append(describe(evaluate(operand, namespace)))
    return result


def evaluate(code, namespace):
    """The value of an expression; None for any other statement."""
    tree = ast.parse(code)
    if len(tree.body) == 1 and isinstance(tree.body[0], ast.Expr):
        return eval(compile(ast.Expression(tree.body[0].value), "<program>", "eval"), namespace)
    exec(compile(tree, "<program>", "exec"), namespace)
    return None


def describe(value):
    """A value as plain data: its kind, its numbers to the bit, and how it prints."""
    import numpy  # deferred: the folder that it comes from is chosen in `main`

    if isinstance(value, numpy.ndarray):
        data = [number(one) for one in value.ravel().tolist()]
        return {"kind": "array", "dtype": str(value.dtype), "shape": list(value.shape), "data": data} | texts(value)
    if isinstance(value, numpy.generic) and str(value.dtype) == "int32":
        value = int(value)  # The rank that lstsq finds: there are no such integers here.
    if isinstance(value, numpy.generic):
        return {"kind": "scalar", "dtype": str(value.dtype), "shape": [], "data": [number(value.item())]} | texts(value)
    if isinstance(value, numpy.dtype):
        return {"kind": "dtype", "text": repr(value)}
    if isinstance(value, (bool, int, float)):
        return {"kind": type(value).__name__, "shape": [], "data": [number(value)]}
    if isinstance(value, (tuple, list)):
        return {"kind": type(value).__name__, "items": [describe(one) for one in value]}
    if isinstance(value, dict):
        return {"kind": "dict", "items": [describe(one) for pair in value.items() for one in pair]}
    if isinstance(value, type):
        return {"kind": "type", "text": repr(value)}
    return {"kind": type(value).__name__, "text": repr(value)}


def texts(value):
    return {"repr": repr(value), "str": str(value)}


def number(value):
    """A float as its bits, anything else as Python writes it; there is one nan."""
    if isinstance(value, float):
        return "nan" if value != value else value.hex()
    return repr(value)


def probe(array, view):
    """Whether a change of an element of `view` shows in `array`."""
    before = array.tolist()
    place = (0,) * view.ndim
    kept = view[place].item()
    view[place] = 1 if kept != 1 else 0
    shows = repr(array.tolist()) != repr(before)
    view[place] = kept
    return shows


class TooSlow(Exception):
    """A program that does not end."""


def too_slow(*_):
    raise TooSlow(f"not done after {SECONDS} seconds")


def guarded(statements):
    """As `run_program`, for at most SECONDS of the processor's time."""
    if not hasattr(signal, "setitimer"):
        return run_program(statements)
    signal.signal(signal.SIGVTALRM, too_slow)
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
    try:
        return run_program(statements)
    except TooSlow as error:
        return [{"error": {"types": ["TooSlow"], "message": str(error)}} for _ in statements]
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def main():
    sys.path[:1] = sys.argv[1:]
    programs = json.load(sys.stdin)
    answer = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # LAPACK prints its complaints on standard output.
    import numpy  # deferred: the folder that it comes from is chosen in `main`

    results = {"numpy": numpy.__version__, "programs": [guarded(program) for program in programs]}
    json.dump(results, answer)
    answer.close()


if __name__ == "__main__":
    main()
