"""Runs one block of Python in a namespace and reports how it ended, as plain data.

All hosts use this file. It captures no output: each host does that below Python, so that a block that changes
`sys.stdout` cannot change the record.

A block runs in this interpreter, and may change everything that it can import. So no name here is looked up where a
block could have replaced it: the built-in functions are our own copy, and so are the modules of the standard library
that describe an exception. The end of a block is described correctly whatever the block has changed; only the texts of
its own objects come from its code.
"""

import __future__

import _ast
import builtins
import importlib.util
import linecache as public_linecache
import os
import sys
import types
from threading import current_thread, enumerate as list_threads

# The folders of our own files, whose frames are left out of tracebacks.
OWN_FOLDERS = []

# Functions that are defined after this line look up built-in names here.
__builtins__ = dict(vars(builtins))

_import = builtins.__import__
_copies = {}


def _import_copy(name, *rest):
    return _copies[name] if name in _copies else _import(name, *rest)


def _copy(name):
    """A second copy of a module of the standard library, which cannot be imported, with our own built-in names."""
    spec = importlib.util.find_spec(name)
    module = importlib.util.module_from_spec(spec)
    module.__builtins__ = {**vars(builtins), "__import__": _import_copy}
    spec.loader.exec_module(module)
    # Its own imports must not use our copies.
    module.__builtins__["__import__"] = _import
    _copies[name] = module
    return module


linecache, _, traceback = map(_copy, ("linecache", "textwrap", "traceback"))
encode, decode = _copy("json.encoder").JSONEncoder().encode, _copy("json.decoder").JSONDecoder().decode

# The variable for the value of a block's last expression: `keptName` of `engine.ts`.
KEPT = "__shown__"
# The features of `__future__`: what stands under the name of each after its import, and the compiler's flag.
FEATURES = [
    (name, vars(__future__)[name], vars(__future__)[name].compiler_flag) for name in __future__.all_feature_names
]
PLACE = ("lineno", "col_offset", "end_lineno", "end_col_offset")

# Beyond these limits an exception is described without its causes and without the exceptions of its group.
MOST_LEVELS = 100
MOST_GROUP_LEVELS = 10
MOST_EXCEPTIONS = 1000
MOST_TYPES = 100
DEFAULT_RECURSION = 1000

_name_of = type.__dict__["__name__"].__get__
_mro_of = type.__dict__["__mro__"].__get__
_recursion_limit, _set_recursion_limit = sys.getrecursionlimit, sys.setrecursionlimit
_modules, _working_folder, _join_path = sys.modules, os.getcwd, os.path.join


def new_namespace():
    """A new `__main__` module's namespace, as in a script."""
    module = types.ModuleType("__main__")
    module.__dict__["__builtins__"] = builtins
    module.__dict__["__file__"] = _join_path(_working_folder(), "example.py")
    _modules["__main__"] = module
    return module.__dict__


def compile_block(block, filename, namespace):
    """The code object of a requested block, or the exception that compiling it raised.

    If it `keepsLast`, the value of an expression at its end is kept in `KEPT`, which otherwise is `None`. If it
    `isTyped`, the features of `__future__` that its session has imported hold; without `keepsLast` it was typed at a
    prompt, which shows the value of each expression.
    """
    code = block["code"]
    flags = _features_in(namespace) if block.get("isTyped") else 0
    lines = (len(code), None, code.splitlines(True), filename)
    linecache.cache[filename] = lines
    try:
        # For `inspect`, `warnings` and a block's own tracebacks.
        public_linecache.cache[filename] = lines
    except BaseException:
        pass  # A block has removed it.
    try:
        if block.get("keepsLast"):
            code = _keep_last(code, filename, flags)
        elif block.get("isTyped"):
            typed = _ast.Interactive(body=_parsed(code, filename, flags).body)
            return compile(typed, filename, "single", flags, dont_inherit=True)
        return compile(code, filename, "exec", flags, dont_inherit=True)
    except BaseException as error:
        return error


def _features_in(namespace):
    """The compiler's flags for the features that stand under their names in a namespace, as `doctest` finds them."""
    return sum(flag for name, feature, flag in FEATURES if namespace.get(name) is feature)


def settle_block(block, namespace):
    """Settle; after the cell of a notebook, `_` is the value that was shown."""
    if block.get("isTyped") and block.get("keepsLast") and namespace.get(KEPT) is not None:
        builtins._ = namespace[KEPT]
    settle()


def _parsed(code, filename, flags):
    return compile(code, filename, "exec", flags | _ast.PyCF_ONLY_AST, dont_inherit=True)


def _keep_last(code, filename, flags):
    """The block's syntax tree in which an expression at the end, or else `None`, is assigned to `KEPT`."""
    tree = _parsed(code, filename, flags)
    last = tree.body.pop() if tree.body and type(tree.body[-1]) is _ast.Expr else None
    near = {name: getattr(last, name) for name in PLACE} if last else dict.fromkeys(PLACE, 1)
    value = last.value if last else _ast.Constant(value=None, **near)
    tree.body.append(_ast.Assign(targets=[_ast.Name(id=KEPT, ctx=_ast.Store(), **near)], value=value, **near))
    return tree


def run_block(code, filename, namespace, most=1 << 24):
    """Execute `code` in `namespace`; return `{"how": "returned"}` or `{"how": "raised", "exception": {...}}`."""
    compiled = compile_block({"code": code}, filename, namespace)
    error = compiled if isinstance(compiled, BaseException) else _execute(compiled, namespace)
    settle()
    return describe_end(error, filename, most)


def _execute(compiled, namespace):
    try:
        exec(compiled, namespace)
    except BaseException as error:
        return error
    return None


def settle():
    """Do the same as at the end of a script: wait for non-daemon threads, and flush the output."""
    for work in (_join_threads, _flush):
        try:
            work()
        except BaseException:
            pass  # A block has broken it; the end of the block is known already.


def describe_end(error, filename, most):
    """How a block ended, from the exception that it raised or `None`; texts are truncated to `most` characters."""
    if error is None:
        return {"how": "returned"}
    limit = _recursion_limit()
    _set_recursion_limit(max(limit, DEFAULT_RECURSION))
    try:
        return {"how": "raised", "exception": _describe(error, filename, most)}
    finally:
        _set_recursion_limit(limit)


def evaluate(expr, spec, namespace, most=1 << 24):
    """Format the value of `expr` with the format specification `spec`, or with `str()` if that is empty."""
    try:
        value = eval(compile(expr.strip(), "<value>", "eval", dont_inherit=True), namespace)
        return {"text": _cut(format(value, spec) if spec else str(value), most)}
    except BaseException as error:
        return {"error": _cut(_summary(error), most)}


def take_figures():
    """The figures of the recorder in place of Matplotlib; empty if the real Matplotlib is loaded."""
    recorder = _modules.get("matplotlib._recorder")
    return recorder.take_figures() if recorder else []


def _describe(error, filename, most):
    # The texts of an exception may come from code of the block, which may fail.
    line, column = _attempt(_where, _nowhere, error, filename)
    described = {
        "types": _types(error),
        "summary": _cut(_summary(error), most),
        "line": line,
        "column": column,
        "traceback": _cut(_attempt(_traceback, _own_line, error), most),
    }
    if isinstance(error, SystemExit):
        described["exitStatus"] = _attempt(_exit_status, _failed, error)
    return described


def _attempt(first, second, *arguments):
    try:
        return first(*arguments)
    except BaseException:
        return second(*arguments)


def _types(error):
    return [_cut(_name_of(cls), MOST_EXCEPTIONS) for cls in _mro_of(type(error)) if cls is not object][:MOST_TYPES]


def _cut(text, most):
    """Truncate to one character more than allowed, so that a check of the length still detects it."""
    return str.__getitem__(text, slice(most + 1))


def _exit_status(error):
    """The exit status of a process: 0 for `sys.exit()`, 1 for `sys.exit("text")`."""
    code = error.code
    if code is None:
        return 0
    return code & 0xFF if type(code) is int and abs(code) < 1 << 31 else 1


def _failed(_error):
    return 1


def _traceback(error):
    """The traceback as printed by Python, from the first frame of a block on and without our own frames."""
    if _is_deep(error):
        frames = traceback.StackSummary.extract(traceback.walk_tb(error.__traceback__))
        lines = ["Traceback (most recent call last):\n", *traceback.StackSummary.from_list(_kept(frames)).format()]
        return "".join(["(Too many exceptions belong to this one to be shown.)\n", *lines, _own_line(error), "\n"])
    told = traceback.TracebackException.from_exception(error)
    _leave_out_ours(told, set())
    return "".join(told.format())


def _leave_out_ours(told, seen):
    if told is None or id(told) in seen:
        return
    seen.add(id(told))
    told.stack = traceback.StackSummary.from_list(_kept(told.stack))
    for other in (told.__cause__, told.__context__, *(getattr(told, "exceptions", None) or ())):
        _leave_out_ours(other, seen)


def _kept(stack):
    frames = list(stack)
    first = next((i for i, frame in enumerate(frames) if frame.filename.startswith("<example ")), len(frames))
    return [frame for frame in frames[first:] if not frame.filename.startswith(tuple(OWN_FOLDERS))]


def _is_deep(error):
    """Whether its causes and groups are too deep for Python's recursive description."""
    waiting, seen = [(error, 0, 0)], {}
    while waiting:
        one, level, group_level = waiting.pop()
        if level > MOST_LEVELS or group_level > MOST_GROUP_LEVELS or len(seen) > MOST_EXCEPTIONS:
            return True
        if id(one) in seen:
            continue
        seen[id(one)] = one
        waiting += [(other, level + 1, group_level) for other in (one.__cause__, one.__context__) if other is not None]
        held = getattr(one, "exceptions", ())
        if isinstance(held, tuple):
            waiting += [(inner, level + 1, group_level + 1) for inner in held if isinstance(inner, BaseException)]
    return False


def _summary(error):
    return _attempt(_usual_summary, _own_line, error)


def _usual_summary(error):
    if isinstance(error, SyntaxError):
        return f"{_name_of(type(error))}: {error.msg}"
    if _is_deep(error):
        return _own_line(error)
    return "".join(traceback.format_exception_only(type(error), error)).rstrip("\n")


def _own_line(error):
    """The last line of a traceback, without the causes and the group of the exception."""
    name = _name_of(type(error))
    text = _attempt(str, _unprintable, error)
    return f"{name}: {text}" if text else name


def _unprintable(_error):
    return "<exception str() failed>"


def _where(error, filename):
    """The innermost position in the block: (1-based line, 0-based column)."""
    if isinstance(error, SyntaxError) and error.filename == filename:
        line, column = _whole(error.lineno, 1), _whole(error.offset, 1)
        return line, None if line is None else (column or 1) - 1
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if frame.filename == filename:
            return _whole(frame.lineno, 1), _whole(getattr(frame, "colno", None), 0)
    return None, None


def _nowhere(_error, _filename):
    return None, None


def _whole(number, least):
    """`number` if it is a valid position, else None: code that raises an exception can set any value."""
    return number if type(number) is int and least <= number < 1 << 31 else None


def _join_threads():
    for thread in list_threads():
        if thread is not current_thread() and not thread.daemon:
            thread.join()


def _flush():
    for stream in (sys.stdout, sys.stderr, sys.__stdout__, sys.__stderr__):
        try:
            stream.flush()
        except BaseException:
            pass  # The block closed or replaced it; what it had flushed is recorded.
