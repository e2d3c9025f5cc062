/** Programs that leave something behind, by what it is: no later session may see it. */
export const poisons: Readonly<Record<string, string>> = {
  'names of its own': 'x = [1, 2, 3]; import __main__; __main__.y = x',
  'other built-in functions': 'import builtins; builtins.len = lambda x: 7; del builtins.sorted',
  'other functions of a module': 'import math, json; math.pi = 3; math.sqrt = None; json.loads = print',
  'other functions of NumPy': 'import numpy as np; np.sum = max; np.ndarray.__add__ = None; np.linalg.norm = 1',
  'another class of the library': 'import fractions; fractions.Fraction.__add__ = lambda a, b: 0',
  'a module that it makes': 'import sys, types; sys.modules["helper"] = types.ModuleType("helper")',
  'a module that it imports': 'import colorsys, plistlib',
  'no modules': 'import sys; sys.modules.clear()',
  'no names in modules': 'import os, traceback; traceback.__dict__.clear(); os.__dict__.pop("remove")',
  'another import system': 'import sys; sys.meta_path.insert(0, sys.meta_path[-1]); sys.path[:] = ["/tmp"]',
  'a subclass with a hook': 'class Own(Exception):\n    def __init_subclass__(cls): raise KeyError',
  'an audit hook': `import sys
def hook(event, arguments):
    if event == "visible": raise RuntimeError("poison")
sys.addaudithook(hook)`,
  'a trace function and a profiler': 'import sys; sys.settrace(lambda *a: None); sys.setprofile(lambda *a: None)',
  'a tool that monitors': 'import sys; sys.monitoring.use_tool_id(3, "poison")',
  'other limits': 'import sys; sys.setrecursionlimit(300); sys.setswitchinterval(1); sys.set_int_max_str_digits(999)',
  'another garbage collection': 'import gc; gc.disable(); gc.set_threshold(1); gc.callbacks.append(print)',
  'cycles with finalizers': `class Node:
    def __del__(self): open("/tmp/finalized", "w").close()
nodes = [Node() for _ in range(1000)]
for node in nodes: node.self = node
del nodes, node`,
  'other streams': 'import sys, io; sys.stdout.reconfigure(line_buffering=False); sys.stderr = io.StringIO()',
  'output that is not flushed': 'import sys; sys.stdout.reconfigure(line_buffering=False); sys.stdout.write("no line")',
  'seeds and options':
    'import random, numpy as np; random.seed(1); np.random.seed(1); np.set_printoptions(precision=2)',
  'decimals, codecs, dialects': `import codecs, csv, decimal
decimal.getcontext().prec = 3
codecs.register(lambda name: codecs.lookup("utf-8") if name == "poison" else None)
csv.register_dialect("poison")`,
  'signal handlers and functions for the end': `import atexit, signal
signal.signal(signal.SIGTERM, signal.SIG_IGN); atexit.register(print, "poison")`,
  'warnings and loggers': 'import logging, warnings; warnings.simplefilter("error"); logging.basicConfig(level=10)',
  'a trace of the memory': 'import tracemalloc; tracemalloc.start()',
  'another environment': 'import os; os.environ["HOME"] = "/"; os.putenv("TZ", "EST5"); del os.environ["LANG"]',
  files: `import os
open("left.txt", "w").write("x"); os.makedirs("/tmp/a/b/c"); os.symlink("/own", "/tmp/own"); os.mkdir("/new")`,
  'another working directory': 'import os; os.mkdir("sub"); os.chdir("sub")',
  'other bytes in the files of Python': `import glob, os
for path in glob.glob("/own/**/*.py", recursive=True) + glob.glob("/lib/*.zip"):
    stat = os.stat(path)
    with open(path, "r+b") as file: file.write(b"raise SystemExit  #")
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))`,
  'longer, shorter and no files of Python': `import glob, os, shutil
paths = sorted(glob.glob("/own/*.py"))
open(paths[0], "a").write("#" * 100000); open(paths[1], "w").close(); os.remove(paths[2])
shutil.rmtree("/own/matplotlib"); os.truncate(glob.glob("/lib/*.zip")[0], 10)`,
  'other names for files': 'import os; os.rename("/own/numpy", "/own/numpy2"); os.rename("/home", "/house")',
  'other permissions and times': `import os
os.chmod("/own/harness.py", 0); os.utime("/own/harness.py", (1, 1)); os.chmod("/tmp", 0o500)`,
  'no devices': 'import os\nfor name in os.listdir("/dev"):\n    if name != "shm": os.remove("/dev/" + name)',
  'open files, read in part': `import os
files = [open("/own/harness.py") for _ in range(5)]
files[0].read(100); os.lseek(files[1].fileno(), 50, 0); os.dup(files[1].fileno())`,
  'pipes with something in them': 'import os\npipes = [os.pipe() for _ in range(4)]\nos.write(pipes[0][1], b"left")',
  'other standard streams': `import os
kept = os.dup(1); os.dup2(os.open("/tmp/out", os.O_CREAT | os.O_WRONLY), 2); os.close(0)`,
  'streams that do not block': 'import fcntl, os\nfcntl.fcntl(2, fcntl.F_SETFL, os.O_APPEND | os.O_NONBLOCK)',
  'a map of a file': `import mmap, os
fd = os.open("/own/harness.py", os.O_RDWR); mapped = mmap.mmap(fd, 4096); mapped[:5] = b"#####"; mapped.flush()`,
  'a database': 'import sqlite3; db = sqlite3.connect("/tmp/own.db"); db.execute("create table t (x)"); db.commit()',
  'tasks that wait': `import asyncio
loop = asyncio.new_event_loop(); asyncio.set_event_loop(loop)
async def wait(): await asyncio.sleep(1000)
tasks = [loop.create_task(wait()) for _ in range(5)]
loop.run_until_complete(asyncio.sleep(0))`,
  'generators in the middle, contexts': `import contextvars
def count():
    try: yield from range(9)
    finally: open("/tmp/closed", "w").close()
counter = count(); next(counter); contextvars.ContextVar("poison").set(counter)`,
  'threads that were refused': `import threading
for kind in (threading.Thread, threading.Timer):
    try: kind(1, print).start() if kind is threading.Timer else kind(target=print).start()
    except RuntimeError: pass
threading.excepthook = threading.local()`,
  'a recursion without end': 'def f(): return f()\ntry: f()\nexcept RecursionError as error: kept = error',
  'some megabytes in use': 'kept = [bytearray(1 << 20) for _ in range(60)]',
};

/** Programs after which an interpreter has more memory than is worth clearing. */
export const largePoisons: Readonly<Record<string, string>> = {
  '300 megabytes in use': 'kept = [bytearray(b"x" * (1 << 20)) for _ in range(300)]',
  '300 megabytes that were in use': 'kept = bytearray(b"x" * (300 << 20))\ndel kept',
  'no memory left': 'kept = []\ntry:\n    while True: kept.append(bytearray(1 << 24))\nexcept MemoryError: pass',
};

/** Programs that end badly after they have left something behind, by how. */
export const badEnds: Readonly<Record<string, string>> = {
  'sys.exit': 'raise SystemExit(3)',
  'an exception with a deep cause': 'error = None\nfor _ in range(3000): error = ValueError(error)\nraise error',
  'a recursion without end': 'def f(): return f()\nf()',
  'no memory': 'kept = []\nwhile True: kept.append(bytearray(1 << 24))',
  'a generator that is interrupted': 'def g():\n    yield 1\n    raise KeyboardInterrupt\nlist(g())',
  'a keyboard interrupt': 'raise KeyboardInterrupt',
  'os._exit': 'import os; os._exit(3)',
  'os.abort': 'import os; os.abort()',
  'a signal': 'import os; os.kill(os.getpid(), 9)',
  'a deep recursion in C': 'import sys\nsys.setrecursionlimit(10**9)\ndef f(): return [*map(lambda _: f(), [1])]\nf()',
  'proxies of JavaScript': `def below(cls):
    for sub in type.__subclasses__(cls):
        yield sub
        yield from below(sub)
kept = []
for cls in [cls for cls in set(below(object)) if cls.__name__.startswith("Js")]:
    for arguments in ((), ("n",), ("n", "m")):
        try: kept.append(cls(*arguments))
        except Exception: pass`,
};
