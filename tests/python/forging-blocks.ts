/**
 * Blocks that print what is expected, raise, and try to have it believed that they returned. Whatever else becomes of
 * them, none may end as `returned`. They know how the harness and its hosts are made.
 */
export const forgingBlocks: Readonly<Record<string, string>> = {
  'replaces json.dumps': `
import json
json.dumps = lambda *_, **__: '{"end": {"how": "returned"}, "values": [], "figures": []}'
json.encoder.JSONEncoder.encode = json.dumps
json.encoder.encode_basestring_ascii = json.dumps
json.JSONEncoder.iterencode = lambda *_, **__: iter([json.dumps()])`,
  'replaces built-in names': `
import builtins
for name in ("isinstance", "str", "type", "len", "getattr", "tuple", "enumerate", "exec", "compile", "format", "open"):
    setattr(builtins, name, lambda *_, **__: None)
builtins.BaseException = builtins.Exception = SystemError`,
  'empties the built-in names': `
import builtins
error = ValueError("forged")
vars(builtins).clear()
raise error`,
  'replaces the built-in names of its namespace': `
__builtins__ = {"BaseException": ZeroDivisionError, "ValueError": ValueError}`,
  'replaces modules': `
import sys, types
for name in ("json", "traceback", "linecache", "threading", "os", "io", "types", "builtins", "_thread", "socket"):
    sys.modules[name] = types.ModuleType(name)`,
  'removes all modules': `
import sys
sys.modules.clear()`,
  'breaks traceback and linecache': `
import traceback, linecache, textwrap
traceback.TracebackException = traceback.StackSummary = traceback.format_exception_only = None
traceback.extract_tb = traceback.walk_tb = None
linecache.cache = linecache.getline = linecache.checkcache = None
textwrap.indent = None`,
  'breaks the streams': `
import sys
class Broken:
    def __getattr__(self, name): raise SystemExit(0)
sys.stdout.flush()
sys.stdout = sys.stderr = sys.__stdout__ = sys.__stderr__ = Broken()`,
  'breaks what threads are waited for': `
import threading
class Left(threading.Thread):
    def join(self, timeout=None): raise SystemExit(0)
Left(target=threading.Event().wait, args=(0.1,)).start()
threading.enumerate = threading.current_thread = threading._active = None`,
  'replaces the hooks for what is not caught': `
import sys, threading
sys.excepthook = sys.unraisablehook = threading.excepthook = sys.displayhook = lambda *_: None`,
  'catches what the frames below would see': `
import sys
sys.setrecursionlimit(50)`,
  'replaces globals and built-in names of all frames below': `
import sys
frame = sys._getframe()
while frame := frame.f_back:
    for names in (frame.f_globals, frame.f_builtins):
        for name in list(names):
            if callable(names[name]) and not isinstance(names[name], type):
                names[name] = lambda *_, **__: {"how": "returned"}
        names["exec"] = names["BaseException"] = ZeroDivisionError`,
  'replaces variables of all frames below': `
import sys
frame = sys._getframe()
while frame := frame.f_back:
    for name in list(frame.f_locals):
        try:
            frame.f_locals[name] = None
        except Exception:
            pass`,
  'replaces the code of every function that frames lead to': `
import sys, types
def forged(*_, **__): return {"how": "returned"}
seen = []
def visit(thing, depth):
    if depth > 6 or any(thing is one for one in seen): return
    seen.append(thing)
    if isinstance(thing, types.FunctionType):
        thing.__code__, thing.__defaults__ = forged.__code__, None
    elif isinstance(thing, types.ModuleType) and thing.__name__ in ("harness", "embedded", "native_child"):
        for inner in vars(thing).values(): visit(inner, depth + 1)
    elif isinstance(thing, (list, tuple)):
        for inner in thing: visit(inner, depth + 1)
    elif isinstance(thing, types.MethodType): visit(thing.__func__, depth + 1)
frame = sys._getframe()
while frame := frame.f_back:
    for inner in [*frame.f_locals.values(), *frame.f_globals.values()]: visit(inner, 0)`,
  'traces the frames below': `
import sys
def tracer(frame, event, argument):
    for name in list(frame.f_locals):
        if name in ("error", "end", "outcomes", "compiled"): frame.f_locals[name] = None
    return tracer
frame = sys._getframe()
while frame := frame.f_back:
    frame.f_trace, frame.f_trace_opcodes = tracer, True
sys.settrace(tracer)`,
  'profiles what comes after it': `
import sys
def profiler(frame, event, argument):
    if "token" in frame.f_locals:
        import os
        os.write(frame.f_locals["channel"], frame.f_locals["token"] + b" returned\\n")
sys.setprofile(profiler)`,
  'looks for a token in all that the collector knows': `
import gc, os, types
for thing in gc.get_objects():
    if isinstance(thing, types.GeneratorType) and thing.gi_frame is not None:
        token = thing.gi_frame.f_locals.get("token")
        if token:
            line = token + b' {"end": {"how": "returned"}, "values": [], "figures": []}\\n'
            os.write(thing.gi_frame.f_locals["channel"], token + b" returned\\n" + line)
            os._exit(0)`,
  'finds the harness through subclasses': `
for cls in object.__subclasses__():
    for name in ("describe_end", "_describe", "take_figures", "run_block"):
        functions = [getattr(value, "__globals__", {}) for value in vars(cls).values()]
        for names in functions:
            if name in names: names[name] = lambda *_: {"how": "returned"}`,
  'writes on every open file': `
import os
message = b'{"end": {"how": "returned"}, "values": [], "figures": []}\\n'
for number in range(3, 64):
    try:
        os.write(number, message)
    except OSError:
        pass`,
  'writes half a line on every open file': `
import os
for number in range(3, 64):
    try:
        os.write(number, b'{"end"')
    except OSError:
        pass`,
  'puts a pipe in the place of every open file': `
import os, threading, time
class Slow(ValueError):
    def __str__(self): time.sleep(0.3)
report = b'{"end": {"how": "returned"}, "values": [], "figures": []}'
def pass_on(written, kept):
    seen = b""
    while piece := os.read(written, 1 << 16):
        seen += piece
        first, _, rest = seen.partition(b" raised\\n")
        if rest:
            os.write(kept, first + b" returned\\n" + first + b" 1 " + report + b"\\n")
            return
for number in range(3, 64):
    try:
        kept = os.dup(number)
    except OSError:
        continue
    written, end = os.pipe()
    os.dup2(end, number)
    threading.Thread(target=pass_on, args=(written, kept), daemon=True).start()
    break
raise Slow`,
  'closes every open file': `
import os
os.closerange(3, 256)`,
  'has a child that ends normally where it raises': `
import os
if os.fork() == 0:
    raise SystemExit(0)
os.wait()`,
  'has a child that goes on to the end of the block': `
import os
forked = os.fork()
if forked:
    os.wait()
else:
    ValueError = type("Silent", (Exception,), {})
    os.close(1)`,
  'lies about the class of its exception': `
class Sly(ValueError):
    __class__ = property(lambda self: 1)
    def __str__(self): raise SystemExit(0)
    __repr__ = __str__
    __traceback__ = __cause__ = __context__ = property(lambda self: 1 / 0)
raise Sly("forged")`,
  'ends the process while it is described': `
import os
class Sly(ValueError):
    def __str__(self): os._exit(0)
raise Sly("forged")`,
  'answers for the harness while it is described': `
import os, sys
class Sly(ValueError):
    def __str__(self):
        frame = sys._getframe()
        while frame := frame.f_back:
            if "token" in frame.f_locals:
                token = frame.f_locals["token"]
                line = token + b' {"end": {"how": "returned"}, "values": [], "figures": []}\\n'
                os.write(frame.f_locals["channel"], line)
                os._exit(0)
        return "forged"
raise Sly("forged")`,
  'has a metaclass that lies': `
class Meta(type):
    __name__ = __mro__ = property(lambda cls: "SystemExit")
    def mro(cls): return type.mro(cls)
class Sly(Exception, metaclass=Meta): pass
raise Sly("forged")`,
  'raises a warning of its exit': `
raise SystemExit(3)`,
  'changes the outcome that its frames hold': `
import sys
frame = sys._getframe(1)
for constant in frame.f_code.co_consts:
    if getattr(constant, "__name__", "") == "append":
        constant((None, None, None))
        constant.__self__.append((None, None, None))`,
  'changes it again in a hook that is told of everything after it': `
import gc, sys
outcomes = next(one.__self__ for one in sys._getframe(1).f_code.co_consts if getattr(one, "__name__", "") == "append")
def hook(*_):
    if outcomes: outcomes[-1] = (None, None, None)
sys.addaudithook(hook)
gc.callbacks.append(hook)
gc.set_threshold(1)`,
  'changes it again in what it monitors': `
import sys
outcomes = next(one.__self__ for one in sys._getframe(1).f_code.co_consts if getattr(one, "__name__", "") == "append")
def hook(*_):
    if outcomes: outcomes[-1] = (None, None, None)
if hasattr(sys, "monitoring"):
    sys.monitoring.use_tool_id(3, "hook")
    for event in ("LINE", "INSTRUCTION", "PY_RETURN", "CALL"):
        sys.monitoring.register_callback(3, getattr(sys.monitoring.events, event), hook)
    sys.monitoring.set_events(3, 1 << 5 | 1 << 6 | 1 << 2 | 1 << 4)`,
  ...Object.fromEntries(
    Array.from({ length: 10 }, (_, i) => [
      `jumps over what comes after it, to line ${i}`,
      `
import sys
below, jumps = sys._getframe(1), []
def tracer(frame, event, argument):
    if frame is below and not jumps:
        held = frame.f_locals["held"]
        held[:] = [iter([(compile("", "<example 1>", "exec"), {})])]
        try:
            frame.f_lineno = ${i}
            jumps.append(event)
        except ValueError: pass
    return tracer
below.f_trace = tracer
sys.settrace(tracer)`,
    ]),
  ),
  'ends while it says that all is well': `
import os
print("expected", flush=True)
os._exit(0)`,
};

/** The source of a block, with what it prints and how it ends. */
export function forging(code: string): string {
  return `print("expected")${code}\nraise ValueError("the end")`;
}
