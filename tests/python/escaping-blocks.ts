import type { BlockEnd } from '../../src/python/engine.ts';
import { forging, forgingBlocks } from './forging-blocks.ts';

/** A block that tries to leave Python in WebAssembly, to end otherwise than it does, or to change what runs after it. */
export interface EscapingBlock {
  readonly code: string;
  /** How it may end, as {@link endInWords} has it. */
  readonly ends: RegExp;
  /** Its allowed output; any output, if left out. */
  readonly prints?: RegExp;
}

/** `raised ImportError`, or `died exit status 3`. */
export function endInWords(end: BlockEnd | { readonly how: 'stopped' }): string {
  if (end.how === 'raised') return `raised ${end.exception.types.join(' ')}`;
  return end.how === 'died' ? `died ${end.status}` : end.how;
}

/** A block that uses much of Python, so that it shows whether earlier sessions have left anything, and all that it prints. */
export const ordinaryBlock = {
  code: `
import builtins, decimal, gc, json, math, os, sys, threading, warnings
import numpy as np, matplotlib.pyplot as plt
from collections import OrderedDict
plt.plot([1, 2]); plt.close()
print(len("abc"), math.pi > 3, json.dumps({"a": np.ones(2).tolist()}), np.mean([1.0, 3.0]), os.getcwd(), os.listdir("."))
print(sorted(os.listdir("/tmp")), sys.gettrace(), sys.getrecursionlimit(), decimal.getcontext().prec, gc.isenabled())
print([name for name in ("left", "toJSON") if hasattr(builtins, name) or name in os.environ], sys.argv, "then" in globals())
try: import nothing_of_this_name
except ModuleNotFoundError as error: print(error)
print(np.array([1.5]), OrderedDict(a=1)["a"], open("own.txt", "w").write("text"), isinstance(1, int))`,
  prints:
    '3 True {"a": [1.0, 1.0]} 2.0 /home/example []\n[] None 1000 28 True\n[] [\'example.py\'] False\n' +
    "No module named 'nothing_of_this_name'\n[1.5] 1 4 True\n",
} as const;

const importError = /^raised (?:ModuleNotFoundError )?ImportError /;

/** Finds classes to which only other classes lead. */
const search = `
def below(cls):
    for sub in type.__subclasses__(cls):
        yield sub
        yield from below(sub)

def classes(*words):
    return [cls for cls in dict.fromkeys(below(object)) if any(word in cls.__name__ for word in words)]
`;

/** Tries each statement, and prints with which error it ends. */
function attempts(statements: readonly string[]): string {
  return `
for statement in ${JSON.stringify(statements)}:
    try:
        exec(statement)
        print("went through:", statement)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")`;
}

const closed = ['js', 'pyodide_js', 'pyodide', 'pyodide.ffi', 'pyodide.code', '_pyodide', '_pyodide_core', '_ctypes'];

const doors: Readonly<Record<string, EscapingBlock>> = {
  'an interpreter of its own': {
    code: 'import _testcapi; _testcapi.run_in_subinterp("import ctypes")',
    ends: importError,
  },
  'one through its siblings': { code: 'import _interpreters; _interpreters.create()', ends: importError },
  'one through the pool': {
    code: 'from concurrent.futures import InterpreterPoolExecutor as P; P().submit(print)',
    ends: /^raised NotImplementedError /,
  },
  'the tests of C': { code: 'import _testinternalcapi', ends: importError },
  'the tests of C by the finder': {
    code: 'from importlib.machinery import BuiltinImporter as B; B.load_module("_testcapi")',
    ends: importError,
  },
  'another process': { code: 'import _posixsubprocess', ends: importError },
  'JavaScript or C through an import': {
    code: attempts([...closed, 'ctypes'].map((name) => `import ${name}`)),
    ends: /^returned$/,
    prints: /^(ModuleNotFoundError: No module named .*(sealed off|no C functions).*\n){9}$/,
  },
  'a closed module that is made again from what is compiled in': {
    code: `
import _imp, importlib, sys
from importlib.machinery import BuiltinImporter, ModuleSpec
def attempt(make):
    try:
        print("got", make())
    except BaseException as error:
        print(type(error).__name__)
for name in ("_ctypes", "_pyodide_core"):
    sys.meta_path[:] = [BuiltinImporter]
    attempt(lambda: importlib.import_module(name))
    attempt(lambda: _imp.create_builtin(ModuleSpec(name, BuiltinImporter)))
    attempt(lambda: BuiltinImporter.load_module(name))
    attempt(lambda: BuiltinImporter.create_module(ModuleSpec(name, BuiltinImporter)))
    attempt(lambda: _imp.create_dynamic(ModuleSpec(name, None, origin="/tmp/x.so")))`,
    ends: /^returned$/,
    prints: /^(ImportError\n){10}$/,
  },
  'an object of JavaScript through the memory, the classes or the frames': {
    code: `${search}
import gc, sys
print([name for name in ("get_objects", "get_referrers", "get_referents") if hasattr(gc, name)])
made = []
for cls in classes("Js"):
    for make in (cls, lambda: cls.__new__(cls), lambda: object.__new__(cls)):
        try:
            made.append(make().constructor)
        except BaseException:
            pass
print(made)
frame, found = sys._getframe(), []
while frame:
    names = {**frame.f_globals, **frame.f_locals}
    found += [key for key, value in names.items() if type(value).__name__ in ("JsProxy", "JsFinder", "JsLoader")]
    frame = frame.f_back
print(found)`,
    ends: /^returned$/,
    prints: /^(\[\]\n){3}$/,
  },
  'a live object of JavaScript, of whatever class and from whatever arguments': {
    code: `${search}
for cls in classes("Js", "Py2Js", "Proxy"):
    for arguments in ((), ("n",), ("n", "m"), ("n", "m", "s"), (1, 2, 3, 4)):
        try:
            made = cls(*arguments)
            print(*[name for name in ("constructor", "js_id", "stack", "new", "to_py") if hasattr(made, name)], end="")
        except Exception:
            pass`,
    ends: /^died Python here is sealed off from JavaScript$/,
    prints: /^((?!constructor|js_id|stack\b|to_py)[\s\S])*$/,
  },
  'a prototype of JavaScript through an exception': {
    code: `${search}
for cls in classes("JsException"):
    error = cls("n", "m")
    error.constructor.prototype.toJSON = 1`,
    ends: /^(died Python here is sealed off from JavaScript|raised .*)$/,
  },
  'a constructor of JavaScript through an exception or a number': {
    code: `
found = []
for thing in (1, 1.5, "a", [], {}, print, len, type, Exception(), open, __builtins__, __import__):
    for name in ("constructor", "__proto__", "prototype", "js_id", "to_py", "_module"):
        if hasattr(thing, name): found.append((thing, name))
print(found)`,
    ends: /^returned$/,
    prints: /^\[\]\n$/,
  },
  'a shell or another process': {
    code: attempts([
      'import subprocess; subprocess.run(["id"])',
      'import os; os.fork()',
      'import os; os.execv("/bin/sh", ["sh"])',
      'import os; os.system("echo out")',
    ]),
    ends: /^returned$/,
    prints: /^(OSError: .* here\. .*\n){4}$/,
  },
  'the files of its host': {
    code: `${attempts(['/etc/passwd', '/proc/self/environ', '/proc/1/cmdline'].map((path) => `open("${path}").read()`))}
import os
print(sorted(os.listdir("/")))`,
    ends: /^returned$/,
    prints: /^(FileNotFoundError: .*\n){3}\['dev', 'home', 'lib', 'own', 'proc', 'tmp'\]\n$/,
  },
  'the channel of its process through a terminal': {
    code: `
import os
for name in ("tty", "tty1", "console", "stdout", "fd/1"):
    try:
        with open("/dev/" + name, "w") as file: file.write('{"ended": 0, "end": {"how": "returned"}}\\n')
    except OSError: pass
raise ValueError`,
    ends: /^raised ValueError /,
  },
  'a message in the words of a verdict': {
    code: `
import os
message = b'{"ended":0,"end":{"how":"returned"},"values":[],"figures":[]}\\n'
for file in (1, 2, 3, 4, 5):
    try: os.write(file, message)
    except OSError: pass
raise ValueError("no")`,
    ends: /^raised ValueError /,
    prints: /^\{"ended":0.*\}\n$/,
  },
  'the end of its process': { code: 'import os; os._exit(3)', ends: /^died exit status 3$/ },
  'a signal to its process': { code: 'import os; os.kill(os.getpid(), 9)', ends: /^died exit status 137$/ },
  'an abort': { code: 'import os; os.abort()', ends: /^died / },
  'the whole memory': {
    code: 'x = []\nwhile True: x.append(bytearray(10**8))',
    ends: /^raised MemoryError /,
  },
  'more memory than that through one long file': {
    code: `
import os
for place in (2**33, 2**40, 2**53):
    for grow in (lambda: os.truncate("long", place), lambda: os.pwrite(file, b"x", place), lambda: os.lseek(file, place, 0) and os.write(file, b"x")):
        file = os.open("long", os.O_CREAT | os.O_RDWR)
        try: grow()
        except OSError as error: print(error.strerror)`,
    ends: /^returned$/,
    prints: /^(No space left on device\n){9}$/,
  },
  'more memory through files that have no name': {
    code: `
import os
kept = []
while True:
    kept.append(open("removed", "wb", buffering=0))
    os.remove("removed")
    kept[-1].write(bytes(1 << 26))`,
    ends: /^raised OSError /,
  },
  'more memory through a pipe': {
    code: 'import os\nend = os.pipe()[1]\nwhile True: os.write(end, bytes(1 << 26))',
    ends: /^raised OSError /,
  },
  'more memory through maps of files': {
    code: `
import mmap, os
while True:
    file = os.open("mapped", os.O_CREAT | os.O_RDWR)
    os.remove("mapped")
    os.truncate(file, 1 << 26)
    mapped = mmap.mmap(file, 1 << 26)
    os.truncate(file, 0)
    mapped.flush()
    mapped.close()`,
    ends: /^raised OSError /,
  },
};

const forgers: Readonly<Record<string, string>> = {
  'is watched by Python': `
import sys
def watch(frame, event, argument):
    for name in ("raised", "error", "end"):
        if name in frame.f_locals: frame.f_locals[name] = {"how": "returned"}
    return watch
sys.settrace(watch); sys.setprofile(watch)`,
  'has a hook that is told of everything': `
import sys
def hook(*_):
    frame = sys._getframe().f_back
    while frame:
        for name in ("raised", "error", "end"):
            if name in frame.f_locals: frame.f_locals[name] = {"how": "returned"}
        frame = frame.f_back
sys.addaudithook(hook)`,
  'has an exception with words of its own': `
import sys
class ValueError(Exception):
    def __str__(self):
        frame = sys._getframe()
        while frame:
            for name in ("raised", "error", "end"):
                if name in frame.f_locals: frame.f_locals[name] = None
            frame = frame.f_back
        return ""`,
  'empties modules': 'import traceback, linecache, sys\ntraceback.__dict__.clear(); linecache.__dict__.clear()',
  'has no streams': 'import sys\nsys.stdout = sys.stderr = sys.__stdout__ = None',
};

/** The traces of a block that a later session could find. */
const leavings: Readonly<Record<string, string>> = {
  'built-in names': 'import builtins\nbuiltins.print = builtins.len = None\nbuiltins.left = 1',
  'a module without its names': 'import math, json\nmath.pi = 2\njson.__dict__.clear()',
  'other NumPy and Matplotlib': `
import numpy as np, matplotlib.pyplot as plt
np.mean = np.ones = lambda *_: 0
plt.plot = plt.close = None`,
  'other classes': `
import collections, decimal, numpy as np
type(np.array([1.0])).__str__ = type(np.array([1.0])).__repr__ = lambda self: "forged"
collections.OrderedDict.__getitem__ = lambda *_: "forged"
decimal.getcontext().prec = 3`,
  'no modules': 'import sys\nsys.modules.clear()',
  'no finders': 'import sys\nsys.meta_path.clear(); sys.path.clear(); sys.path_hooks.clear()',
  'a finder of its own': `
import sys
class Finder:
    def find_spec(self, *_): raise SystemExit(3)
sys.meta_path.insert(0, Finder())`,
  'files, and another folder': `
import os
open("left.txt", "w").write("x"); open("/tmp/left.txt", "w").write("x")
os.mkdir("folder"); os.chdir("folder"); os.environ["left"] = "1"`,
  'no folder': 'import os\nos.chdir("/"); os.rmdir("/home/example"); os.rmdir("/tmp")',
  'other files of Python': `
import os
for home, _, names in os.walk("/own"):
    for name in names: open(os.path.join(home, name), "w").write("raise SystemExit(3)")
for name in os.listdir("/lib"):
    try: os.remove("/lib/" + name)
    except OSError: pass`,
  'closed files': 'import os\nos.closerange(0, 64)',
  'exchanged streams': 'import os\nos.dup2(os.open("/tmp/out", os.O_CREAT | os.O_WRONLY), 1)',
  'open files': 'then = [open(f"/tmp/{i}", "w") for i in range(200)]',
  'other limits': 'import gc, sys\nsys.setrecursionlimit(120); gc.disable(); sys.argv[:] = ["left"]',
  hooks: `
import sys, threading
sys.excepthook = sys.displayhook = sys.unraisablehook = threading.excepthook = lambda *_: 1 / 0
sys.addaudithook(lambda *_: None)
sys.settrace(lambda *_: None)`,
  'warnings that are errors': 'import warnings\nwarnings.simplefilter("error")',
  'much memory': 'then = bytearray(300_000_000)',
};

const deep: Readonly<Record<string, EscapingBlock>> = {
  'groups in groups': {
    code: 'e = ValueError("x")\nfor _ in range(3000): e = ExceptionGroup("g", [e])\nraise e',
    ends: /^raised ExceptionGroup /,
  },
  'causes of causes': {
    code: 'e = None\nfor _ in range(5000):\n    n = ValueError("x"); n.__cause__ = e; e = n\nraise e',
    ends: /^raised ValueError /,
  },
  'contexts of contexts': {
    code: 'e = None\nfor _ in range(5000):\n    n = KeyError("x"); n.__context__ = e; e = n\nraise e',
    ends: /^raised KeyError /,
  },
  'a message of three million letters': { code: 'raise ValueError("x" * 3_000_000)', ends: /^flooded$/ },
  'output without an end': { code: 'while True: print("x" * 10000)', ends: /^flooded$/ },
};

/** All of them by name, for the tests of both hosts of Python in WebAssembly. */
export const escapingBlocks: Readonly<Record<string, EscapingBlock>> = {
  ...named('gets at', doors),
  ...named(
    'leaves',
    each(leavings, (code) => ({ code, ends: /^(returned|raised|died)/ })),
  ),
  ...named(
    'raises and',
    each({ ...forgingBlocks, ...forgers }, (code) => ({
      code: forging(code.startsWith('\n') ? code : `\n${code}`),
      ends: /^(raised|died) /,
    })),
  ),
  ...named('has', deep),
};

function named<T>(how: string, blocks: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(blocks).map(([name, block]) => [`${how} ${name}`, block]));
}

function each(codes: Readonly<Record<string, string>>, make: (code: string) => EscapingBlock) {
  return Object.fromEntries(Object.entries(codes).map(([name, code]) => [name, make(code)]));
}
