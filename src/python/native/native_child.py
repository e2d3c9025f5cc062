"""The program of a session's own process: it runs the session's blocks, one after the other.

A block can change anything in this process, which limits how far the server can trust its reports:

- Another process, forked or started by a block, cannot report for this one: the kernel names the writing process.
- Each block has its own token, which comes with the permission to run it and signs each report. While the block
  runs, the token is in no frame below it, in no module, and in none of the objects that the garbage collector lists.
  A report does not contain it: a block that has put a pipe in the place of the channel cannot change what it reads
  there. A line on the channel that is not signed ends the session.
- The end of a block is reported before any of its code can run again (`__str__` and `__del__` of its objects, values of
  its variables), and cannot be reported twice.
- No name is looked up that a block could have replaced: see `harness.py`.
- A malicious block *can* forge a report: with `ctypes`, `/proc/self/mem`, `gc.unfreeze`, a thread, an audit hook or a
  signal handler, everything in a process can be found. The native engine is for trusted code; other code
  runs on the embedded one.
"""

import gc
import itertools
import os
import resource
import signal
import sys
import tempfile
from _blake2 import blake2b
from _thread import _count as count_threads
from functools import partial
from importlib.machinery import PathFinder

from own_processes import adopt_orphans, close_to_others, end_with_parent
from runner import make_runner, untraced
from script import Script

# The folders of a session, in its own folder; not right in it, so that a block that removes `../..` removes no other.
WORKING, TEMPORARY = "session/example", "session/temporary"
# The exit status of a session whose harness was broken by a block.
BROKEN = 70

_read, _write, _exit, _getpid = os.read, os.write, os._exit, os.getpid


def become_session(request, own, folder, channel, writers, server):
    """Turn a forked process into a session; return the function that runs it, to be called from the top level."""
    end_with_parent(server)
    adopt_orphans()
    close_to_others(False)
    os.setsid()
    signal.set_wakeup_fd(-1)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    null = os.open(os.devnull, os.O_RDONLY)
    for target, source in enumerate([null, *writers]):
        os.dup2(source, target)
    os.chdir(os.path.join(folder, WORKING))
    # Temporary files are removed with the session; the server has the usual folder in mind.
    os.environ["TMPDIR"] = os.path.join(folder, TEMPORARY)
    tempfile.tempdir = None
    limit_memory(request["memoryBytes"])
    sys.stdin = open(0, encoding="utf-8", closefd=False)
    sys.stdout = sys.__stdout__ = open(1, "w", encoding="utf-8", closefd=False)
    sys.stderr = sys.__stderr__ = open(2, "w", encoding="utf-8", closefd=False, errors="backslashreplace")
    sys.argv = ["example.py"]
    sys.path.insert(0, "")
    close_other_files(keep=channel)
    if any(block.get("check") for block in request["blocks"]):
        record_figures(own)
    return prepare_run(request["blocks"], request["outputBytes"], own, channel)


def record_figures(own):
    """Put the recorder in the place of Matplotlib: the check of an exercise looks at what it has recorded."""
    for name in [name for name in sys.modules if name.partition(".")[0] in ("matplotlib", "mpl_toolkits")]:
        del sys.modules[name]
    folder = os.path.join(os.path.dirname(own[0].__file__), "packages")
    sys.meta_path.insert(0, RecorderFinder(folder))


class RecorderFinder:
    """Finds our own package `matplotlib`, and leaves all others where they are."""

    def __init__(self, folder):
        self.folder = folder

    def find_spec(self, name, path=None, target=None):
        """The recorder's spec when `matplotlib` itself is looked up."""
        return PathFinder.find_spec(name, [self.folder]) if name == "matplotlib" else None


def limit_memory(count):
    """Limits the address space of this process and each of its files to `count` bytes, and allows no core dump.

    A lower limit of the user's stays. Python ignores the signal for a file that is too long: writing raises an OSError.
    """
    for kind in (resource.RLIMIT_AS, resource.RLIMIT_FSIZE):
        most = resource.getrlimit(kind)[1]
        lower = count if most == resource.RLIM_INFINITY else min(count, most)
        resource.setrlimit(kind, (lower, lower))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def close_other_files(keep):
    """Closes every file but the standard streams and `keep`."""
    os.closerange(3, keep)
    os.closerange(keep + 1, min(os.sysconf("SC_OPEN_MAX"), 1 << 20))


def prepare_run(blocks, most, own, channel):
    """A function that runs the blocks, and through which no block can reach the channel."""
    outcomes = []
    count = itertools.count().__next__
    steps = drive(blocks, most, own, channel, outcomes, count)
    # While a block runs, only the running `for` loop refers to the steps: no variable leads to them.
    run = partial(make_runner(outcomes.append, count), [untraced(steps)])
    gc.freeze()
    return run


def drive(blocks, most, own, channel, outcomes, count):
    """Yield the code and namespace of each block; when it has run, report how it ended.

    `count` is called once for each block that raises, and here: no block can take that back.
    """
    try:
        pid = _getpid()
        harness, check_answer = own
        namespace = harness.new_namespace()
        sys.modules["__main__"].__class__ = Script
        Script.path = namespace["__file__"]
        for number, block in enumerate(blocks, start=1):
            filename = f"<example {number}>"
            error = compiled = harness.compile_block(block, filename, namespace)
            outcomes.clear()
            check = check_answer.prepare_check(block.get("check"))
            token = read_token(channel)
            if not isinstance(compiled, BaseException):
                Script.codes.append(block["code"])
                before = count()
                yield compiled, namespace
                error = outcomes[-1][1]
                if (count() == before + 1) != (error is None):
                    _exit(BROKEN)
            if _getpid() != pid:
                harness.settle()
                _exit(0)
            write_line(channel, sign(token, b"returned" if error is None else b"raised"))
            text = tell(block, own, namespace, (error, filename, most), check)
            write_line(channel, sign(token, b"%d %s" % (count_threads(), text)))
            del error, compiled
        _exit(0)
    finally:
        _exit(BROKEN)


def tell(block, own, namespace, ended, check):
    """The result of a block as JSON; `ended` are the arguments of `describe_end`."""
    harness, check_answer = own
    error, _, most = ended
    harness.settle_block(block, namespace)
    end = harness.describe_end(*ended)
    values = [harness.evaluate(value["expr"], value["format"], namespace, most) for value in block["values"]]
    # There are figures only where a block has put the recorder in the place of Matplotlib.
    told = {"end": end, "values": values, "figures": [] if check else harness.take_figures()}
    if check:
        figures = harness.take_figures()
        told["checked"] = check_answer.finish_check(check, block["code"], namespace, error, figures)
    return harness.encode(told).encode("ascii")


def sign(token, text):
    """A line for the channel: `text`, after a digest that only who has the token can make."""
    return b"%s %s" % (blake2b(text, key=token, digest_size=16).hexdigest().encode(), text)


def read_token(channel):
    """Wait for the permission to run the next block."""
    line = b""
    while not line.endswith(b"\n"):
        piece = _read(channel, 64)
        if not piece:
            _exit(0)
        line += piece
    return line[:-1]


def write_line(channel, line):
    """Writes a line to the channel, in as many pieces as needed."""
    rest = line + b"\n"
    while rest:
        rest = rest[_write(channel, rest) :]
