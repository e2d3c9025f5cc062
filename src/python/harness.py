"""Runs one block of Python in a namespace and reports how it ended, as plain data.

The same file serves every host. It captures no output: each host does that with its own means, below Python, so that
nothing a block does to `sys.stdout` can change what is recorded.
"""

import linecache
import sys
import threading
import traceback
import types

# Files of these folders are ours: no traceback that a reader sees goes through them.
OWN_FOLDERS = []


def new_namespace():
    """A fresh `__main__`, as a script has it."""
    module = types.ModuleType("__main__")
    module.__dict__["__builtins__"] = __builtins__
    sys.modules["__main__"] = module
    return module.__dict__


def run_block(code, filename, namespace):
    """Execute `code` in `namespace`; return `{"how": "returned"}` or `{"how": "raised", "exception": {...}}`.

    Like the end of a script, the end of a block waits for its non-daemon threads and flushes what it printed.
    """
    linecache.cache[filename] = (len(code), None, code.splitlines(True), filename)
    try:
        exec(compile(code, filename, "exec", dont_inherit=True), namespace)
        end = {"how": "returned"}
    except BaseException as error:
        end = {"how": "raised", "exception": _describe(error, filename)}
    _join_threads()
    _flush()
    return end


def evaluate(expr, spec, namespace):
    """Format the value of `expr` with the format specification `spec`, or with `str()` when that is empty."""
    try:
        value = eval(compile(expr.strip(), "<value>", "eval", dont_inherit=True), namespace)
        return {"text": format(value, spec) if spec else str(value)}
    except BaseException as error:
        return {"error": _summary(error)}


def take_figures():
    """The figures that the recorder in place of Matplotlib has to show; none where Matplotlib itself draws."""
    recorder = sys.modules.get("matplotlib._recorder")
    return recorder.take_figures() if recorder else []


def _describe(error, filename):
    line, column = _where(error, filename)
    types_ = [cls.__name__ for cls in type(error).__mro__ if cls is not object]
    return {
        "types": types_,
        "summary": _summary(error),
        "line": line,
        "column": column,
        "traceback": _traceback(error),
    }


def _traceback(error):
    """The traceback as Python prints it, from the first line of a block on and without our own frames."""
    told = traceback.TracebackException.from_exception(error)
    _leave_out_ours(told, set())
    return "".join(told.format())


def _leave_out_ours(told, seen):
    if told is None or id(told) in seen:
        return
    seen.add(id(told))
    frames = list(told.stack)
    first = next((i for i, frame in enumerate(frames) if frame.filename.startswith("<example ")), len(frames))
    kept = [frame for frame in frames[first:] if not frame.filename.startswith(tuple(OWN_FOLDERS))]
    told.stack = traceback.StackSummary.from_list(kept)
    for other in (told.__cause__, told.__context__, *(getattr(told, "exceptions", None) or ())):
        _leave_out_ours(other, seen)


def _summary(error):
    if isinstance(error, SyntaxError):
        return f"{type(error).__name__}: {error.msg}"
    return "".join(traceback.format_exception_only(type(error), error)).rstrip("\n")


def _where(error, filename):
    """The innermost position in the block: (1-based line, 0-based column)."""
    if isinstance(error, SyntaxError) and error.filename == filename:
        return error.lineno, max((error.offset or 1) - 1, 0)
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if frame.filename == filename:
            return frame.lineno, getattr(frame, "colno", None)
    return None, None


def _join_threads():
    for thread in threading.enumerate():
        if thread is not threading.current_thread() and not thread.daemon:
            thread.join()


def _flush():
    for stream in (sys.stdout, sys.stderr, sys.__stdout__, sys.__stderr__):
        try:
            stream.flush()
        except (AttributeError, OSError, ValueError):
            pass  # The block closed or replaced it; what it had flushed is recorded.
