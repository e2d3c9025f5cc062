"""A server that imports the heavy packages once and forks a fresh interpreter for each session.

Usage: python fork_server.py MODULE...

Standard input: one JSON request a line, `{"id", "blocks", "seconds", "outputBytes", "memoryBytes"}`.
Standard output: first `{"hello": {...versions}}`; then for each session, as they come, what became of its blocks (see
`native_session.py`), and `{"id", "over": true}` when nothing of it is left. At the end of standard input everything
ends.

There are two processes: the server, and the one that started it, which does nothing but outlive it. Whatever sessions
have left behind when the server is gone falls to that one, and is ended by it.
"""

import importlib
import json
import os
import platform
import selectors
import shutil
import signal
import sys
import tempfile
import time
import warnings
from functools import partial

HERE = os.path.dirname(os.path.abspath(__file__))
# What all hosts share is one folder up: the harness and its runner.
SHARED = os.path.dirname(HERE)
sys.path.append(SHARED)

from native_session import Forked, Session  # noqa: E402  (it imports what is shared)
from own_processes import (  # noqa: E402
    adopt_orphans,
    children,
    close_to_others,
    end_descendants,
    end_with_parent,
    reap,
)

POLL_SECONDS = 0.25


class Server:
    """Reads requests from standard input, and runs a session in a process of its own for each."""

    def __init__(self, harness, folder):
        self.harness = harness
        self.folder = folder
        self.selector = selectors.DefaultSelector()
        self.running = {}
        self.partial = b""
        self.open = True
        os.set_blocking(0, False)
        self.selector.register(0, selectors.EVENT_READ, self.read_requests)
        # A child that ends wakes the server up.
        woken, waker = os.pipe()
        for end in (woken, waker):
            os.set_blocking(end, False)
        signal.set_wakeup_fd(waker)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        self.selector.register(woken, selectors.EVENT_READ, partial(os.read, woken, 1 << 16))

    def serve(self):
        """Works until standard input ends."""
        while self.open:
            for key, _ in self.selector.select(self.patience()):
                if key.fileobj in self.selector.get_map():
                    key.data()
            for session in list(self.running.values()):
                session.check()
                if session.is_done():
                    self.finish(session)
        for session in self.running.values():
            session.close()

    def patience(self):
        """For how many seconds the server may wait: until the next session runs out of time, at most `POLL_SECONDS`."""
        now = time.monotonic()
        return max(0, min([session.until - now for session in self.running.values()] + [POLL_SECONDS]))

    def read_requests(self):
        """Reads what there is of standard input, and starts a session for each whole line."""
        chunk = os.read(0, 1 << 16)
        if not chunk:
            self.open = False
        *lines, self.partial = (self.partial + chunk).split(b"\n")
        for line in lines:
            self.start(json.loads(line))

    def start(self, request):
        """Starts a session and listens to it."""
        session = Session(request, self.harness, self.folder, say)
        self.running[session.pid] = session
        for source, work in session.sources().items():
            self.selector.register(source, selectors.EVENT_READ, partial(self.attend, source, work))

    def attend(self, source, work):
        """Let a session read what has come; what has nothing more to give is not looked at again."""
        if not work():
            self.selector.unregister(source)

    def finish(self, session):
        """Stops listening to a session that has ended, and forgets it."""
        for source in session.sources():
            if source in self.selector.get_map():
                self.selector.unregister(source)
        session.close()
        del self.running[session.pid]
        # Left by a session that ended before what it had started: nobody else has children here.
        if set(children(os.getpid())) - set(self.running):
            end_descendants(os.getpid(), spared=self.running)
        reap(spared=self.running)
        say({"id": session.id, "over": True})


def say(message):
    """Writes one message, a line of JSON, to the host."""
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


def versions(modules):
    """The versions of Python and of the modules that were imported, for the host."""
    found = {"python": platform.python_version(), "executable": sys.executable}
    for name in modules:
        found[name.split(".")[0]] = sys.modules[name.split(".")[0]].__version__
    return found


def hide_own_modules():
    """Keep our own modules where no block would find them by name; return the harness."""
    harness = importlib.import_module("harness")
    for name in ("harness", "native_child", "native_session", "own_processes", "runner"):
        del sys.modules[name]
    sys.path[:] = [entry for entry in sys.path if os.path.abspath(entry or os.getcwd()) not in (HERE, SHARED)]
    return harness


def outlive(server, folder):
    """Wait until the server has gone, or stands still, and then end what it has left behind, and remove it."""
    while True:
        pid, status = os.waitpid(server, os.WUNTRACED)
        if pid == server:
            break
    end_descendants(os.getpid())
    shutil.rmtree(folder, ignore_errors=True)
    os._exit(0 if os.WIFEXITED(status) and os.WEXITSTATUS(status) == 0 else 1)


def main():
    """Serve; return what is to be called next: in a forked child, that which runs its session."""
    adopt_orphans()
    close_to_others(True)
    first = os.getpid()
    folder = tempfile.mkdtemp(prefix="examples-")
    server = os.fork()
    if server != 0:
        outlive(server, folder)
    adopt_orphans()
    end_with_parent(first)
    harness = hide_own_modules()
    for name in sys.argv[1:]:
        importlib.import_module(name)
    # A figure is shown by the page, not by a window: what pyplot says about its missing window helps nobody.
    warnings.filterwarnings("ignore", message=".*(non-GUI backend|non-interactive)", category=UserWarning)
    say({"hello": versions(sys.argv[1:])})
    try:
        Server(harness, folder).serve()
    except Forked as forked:
        become = forked.become
    else:
        return partial(os._exit, 0)
    # Nothing of the server is left where a block could come upon it.
    globals().clear()
    return become()


# What runs a session is called from here, so that none of the server's frames is below it.
main()()
