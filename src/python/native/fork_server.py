"""A server that imports the heavy packages once and forks a fresh interpreter for each session.

Usage: python fork_server.py FOLDER MODULE...

Each session has a folder beside FOLDER, whose name begins with that of FOLDER. All are removed at the end.

Standard input: one JSON request a line, `{"id", "blocks", "files", "seconds", "outputBytes", "memoryBytes"}`.
Standard output: first `{"hello": {...versions}}`; then for each session what it says (see `native_session.py`), and
`{"id", "over": true}` when all its processes have ended. At the end of standard input
everything ends.

There are two processes: the server, and its parent, which only waits until the server has ended. Processes that
sessions have left behind then become children of the parent, which ends them.
"""

import importlib
import json
import os
import platform
import resource
import selectors
import signal
import sys
import time
import warnings
from functools import partial

HERE = os.path.dirname(os.path.abspath(__file__))
# The harness and its runner, which all hosts share, are one folder up.
SHARED = os.path.dirname(HERE)
sys.path.append(SHARED)

from native_session import Forked, Session, remove_all  # noqa: E402  (it imports the shared modules)
from own_processes import (  # noqa: E402
    adopt_orphans,
    children,
    close_to_others,
    end_descendants,
    end_with_parent,
    reap,
    wait_for_trackers,
)

POLL_SECONDS = 0.25
OWN_MODULES = (
    *("answer_limits", "answer_seeds", "answer_values", "check_answer", "checking", "harness", "made_up", "mutants"),
    *("native_child", "native_session", "own_processes", "runner", "script"),
)


class Server:
    """Reads requests from standard input, and runs a session in its own process for each."""

    def __init__(self, own, folder):
        self.own = own
        self.folder = folder
        self.selector = selectors.DefaultSelector()
        self.running = {}
        self.partial = b""
        self.open = True
        self.limits = resource_limits()
        os.set_blocking(0, False)
        self.selector.register(0, selectors.EVENT_READ, self.read_requests)
        # The end of a child wakes the server up.
        woken, waker = os.pipe()
        for end in (woken, waker):
            os.set_blocking(end, False)
        signal.set_wakeup_fd(waker)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        self.selector.register(woken, selectors.EVENT_READ, partial(os.read, woken, 1 << 16))

    def serve(self):
        """Works until standard input ends."""
        while self.open:
            for key, _ in self.selector.select(self.timeout()):
                if key.fileobj in self.selector.get_map():
                    key.data()
            for session in list(self.running.values()):
                session.check()
                if session.is_done():
                    self.finish(session)
        for session in self.running.values():
            session.close()

    def timeout(self):
        """The seconds until the next session runs out of time, at most `POLL_SECONDS`."""
        now = time.monotonic()
        return max(0, min([session.until - now for session in self.running.values()] + [POLL_SECONDS]))

    def read_requests(self):
        """Reads the available data of standard input, and starts a session for each complete line."""
        chunk = os.read(0, 1 << 16)
        if not chunk:
            self.open = False
        *lines, self.partial = (self.partial + chunk).split(b"\n")
        for line in lines:
            self.start(json.loads(line))

    def start(self, request):
        """Starts a session and watches its streams."""
        session = Session(request, self.own, self.folder, self.say)
        self.running[session.pid] = session
        for source, work in session.sources().items():
            self.selector.register(source, selectors.EVENT_READ, partial(self.dispatch, source, work))

    def dispatch(self, source, work):
        """Let a session read one of its streams; a stream at its end is no longer watched."""
        if not work():
            self.selector.unregister(source)

    def finish(self, session):
        """Stops watching a session that has ended, and ends its processes."""
        for source in session.sources():
            if source in self.selector.get_map():
                self.selector.unregister(source)
        session.close()
        del self.running[session.pid]
        # Any other child is a process that outlived its session: only sessions start processes here.
        if set(children(os.getpid())) - set(self.running):
            end_descendants(os.getpid(), spared=self.running)
        reap(spared=self.running)
        self.say({"id": session.id, "over": True})

    def say(self, message):
        """Says something of a session; ends if one has changed the limits of this process, which later ones inherit."""
        if resource_limits() != self.limits:
            sys.exit("A session has changed the limits of the server.")
        say(message)


def resource_limits():
    """All limits of this process, which a session could have changed."""
    return [resource.getrlimit(getattr(resource, name)) for name in dir(resource) if name.startswith("RLIMIT_")]


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
    """Hide our own modules, so that no block imports them by accident; return the harness and the module of checks."""
    own = tuple(map(importlib.import_module, ("harness", "check_answer")))
    for name in OWN_MODULES:
        del sys.modules[name]
    sys.path[:] = [entry for entry in sys.path if os.path.abspath(entry or os.getcwd()) not in (HERE, SHARED)]
    return own


def clean_up_after(server, folder):
    """Wait until the server has ended or is stopped, end all processes that it has left behind, remove the folders."""
    while True:
        pid, status = os.waitpid(server, os.WUNTRACED)
        if pid == server:
            break
    end_descendants(os.getpid(), trackers=False)
    wait_for_trackers()
    end_descendants(os.getpid())
    remove_all(folder)
    os._exit(0 if os.WIFEXITED(status) and os.WEXITSTATUS(status) == 0 else 1)


def main():
    """Serve; return the function to call next: in a forked child, the one that runs its session."""
    # In a process group of its own: a session that ends the group of its parent does not end the host.
    os.setsid()
    adopt_orphans()
    close_to_others(True)
    first = os.getpid()
    folder, modules = sys.argv[1], sys.argv[2:]
    server = os.fork()
    if server != 0:
        clean_up_after(server, folder)
    adopt_orphans()
    end_with_parent(first)
    own = hide_own_modules()
    for name in modules:
        importlib.import_module(name)
    # Figures are shown by the page, not in a window, so the warning of pyplot about a missing window does not matter.
    warnings.filterwarnings("ignore", message=".*(non-GUI backend|non-interactive)", category=UserWarning)
    say({"hello": versions(modules)})
    try:
        Server(own, folder).serve()
    except Forked as forked:
        become = forked.become
    else:
        return partial(os._exit, 0)
    # No object of the server stays where a block could find it.
    globals().clear()
    return become()


# The session is run from here, so that none of the server's frames is below it.
main()()
