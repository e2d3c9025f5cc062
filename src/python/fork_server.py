"""A server that imports the heavy packages once and forks a fresh interpreter for each session.

Usage: python fork_server.py JOBS MODULE...

Standard input: one JSON request a line, `{"id", "blocks", "seconds", "outputBytes", "memoryBytes"}`.
Standard output: first `{"hello": {...versions}}`, then one `{"id", "blocks"}` a request, as sessions finish.
At the end of standard input the server finishes what runs and exits.

A session runs in a child of its own process group with an empty temporary directory, `/dev/null` for input, and pipes
for its two streams. The child says on a socket when a block begins and ends and waits for a nod, so that the server
knows which bytes belong to which block, and kills the whole group when a block exceeds its limits.
"""

import base64
import importlib
import json
import os
import platform
import selectors
import shutil
import signal
import socket
import sys
import tempfile
import time
import warnings

HERE = os.path.dirname(os.path.abspath(__file__))
POLL_SECONDS = 0.25
LINGER_SECONDS = 1.0


def load_harness():
    """Import `harness.py` from this folder and keep both where no block would find them by name."""
    harness = importlib.import_module("harness")
    del sys.modules["harness"]
    sys.path[:] = [entry for entry in sys.path if os.path.abspath(entry or os.getcwd()) != HERE]
    return harness


class Session:
    """One running child, seen from the server."""

    def __init__(self, request, harness):
        self.id = request["id"]
        self.blocks = request["blocks"]
        self.seconds = request["seconds"]
        self.output_bytes = request["outputBytes"]
        self.results = []
        self.reaped = False
        self.folder = tempfile.mkdtemp(prefix="example-")
        self.streams = {}
        self.socket, childs_socket = socket.socketpair()
        pipes = [os.pipe(), os.pipe()]
        sys.stdout.flush()
        self.pid = os.fork()
        if self.pid == 0:
            run_child(request, harness, self.folder, childs_socket, [write for _, write in pipes])
        childs_socket.close()
        for read, write in pipes:
            os.close(write)
            os.set_blocking(read, False)
            self.streams[read] = bytearray()
        self.inbox = self.socket.makefile("rb")
        self.begin_block()

    def begin_block(self):
        self.began = time.monotonic()
        for buffer in self.streams.values():
            buffer.clear()

    def read(self, stream):
        """Take what is waiting in a pipe; return False at its end."""
        while True:
            try:
                chunk = os.read(stream, 1 << 16)
            except BlockingIOError:
                return True
            if not chunk:
                return False
            self.streams[stream] += chunk
            if self.printed() > self.output_bytes:
                self.end_early({"how": "flooded", "limit": self.output_bytes})
                return False

    def printed(self):
        return sum(len(buffer) for buffer in self.streams.values())

    def read_message(self):
        """Handle one message of the child: a block has ended. Return False when the child has gone."""
        line = self.inbox.readline()
        if not line:
            return False
        self.finish_block(**json.loads(line))
        self.socket.sendall(b"\n")
        return True

    def finish_block(self, end, values=()):
        for stream in self.streams:
            if not self.read(stream) and self.done():
                return
        stdout, stderr = (base64.b64encode(buffer).decode() for buffer in self.streams.values())
        seconds = time.monotonic() - self.began
        self.results.append(
            {
                "end": end,
                "stdout": stdout,
                "stderr": stderr,
                "values": list(values),
                "figures": [],
                "seconds": round(seconds, 6),
            }
        )
        self.begin_block()

    def end_early(self, end):
        """Record how the current block ended and that those after it did not run."""
        if self.done():
            return
        self.kill()
        stdout, stderr = (bytes(buffer[: self.output_bytes]) for buffer in self.streams.values())
        self.results.append(
            {
                "end": end,
                "stdout": base64.b64encode(stdout).decode(),
                "stderr": base64.b64encode(stderr).decode(),
                "values": [],
                "figures": [],
                "seconds": round(time.monotonic() - self.began, 6),
            }
        )
        while not self.done():
            self.results.append(
                {"end": {"how": "not run"}, "stdout": "", "stderr": "", "values": [], "figures": [], "seconds": 0}
            )

    def done(self):
        return len(self.results) == len(self.blocks)

    def overdue(self):
        return not self.done() and time.monotonic() - self.began > self.seconds

    def kill(self):
        try:
            os.killpg(self.pid, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):
            pass  # It has gone already.

    def wait(self):
        """Reap the child, which has hung up, and return its status; one that lingers is killed."""
        until = time.monotonic() + LINGER_SECONDS
        pid = 0
        while pid == 0:
            if time.monotonic() > until:
                self.kill()
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            time.sleep(0.001)
        self.reaped = True
        return status

    def close(self):
        """End everything the session started and remove what it wrote."""
        self.kill()
        if not self.reaped:
            os.waitpid(self.pid, 0)
        self.inbox.close()
        self.socket.close()
        for stream in self.streams:
            os.close(stream)
        shutil.rmtree(self.folder, ignore_errors=True)


def run_child(request, harness, folder, channel, writers):
    """The forked child: never returns."""
    try:
        os.setsid()
        null = os.open(os.devnull, os.O_RDONLY)
        for target, source in enumerate([null, *writers]):
            os.dup2(source, target)
        os.chdir(folder)
        limit_memory(request["memoryBytes"])
        sys.stdin = open(0, encoding="utf-8", closefd=False)
        sys.stdout = sys.__stdout__ = open(1, "w", encoding="utf-8", closefd=False)
        sys.stderr = sys.__stderr__ = open(2, "w", encoding="utf-8", closefd=False, errors="backslashreplace")
        sys.argv = ["example.py"]
        sys.path.insert(0, "")
        close_other_files(keep=channel.fileno())
        run_blocks(request["blocks"], harness, channel)
    finally:
        os._exit(0)


def run_blocks(blocks, harness, channel):
    namespace = harness.new_namespace()
    nod = channel.makefile("rb")
    for number, block in enumerate(blocks, start=1):
        end = harness.run_block(block["code"], f"<example {number}>", namespace)
        values = [harness.evaluate(value["expr"], value["format"], namespace) for value in block["values"]]
        channel.sendall(json.dumps({"end": end, "values": values}).encode() + b"\n")
        nod.readline()


def limit_memory(count):
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (count, count))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def close_other_files(keep):
    os.closerange(3, keep)
    os.closerange(keep + 1, 256)


class Server:
    def __init__(self, jobs, harness):
        self.jobs = jobs
        self.harness = harness
        self.selector = selectors.DefaultSelector()
        self.waiting = []
        self.running = []
        self.partial = b""
        self.open = True
        self.selector.register(0, selectors.EVENT_READ, None)

    def serve(self):
        while self.open or self.waiting or self.running:
            while self.waiting and len(self.running) < self.jobs:
                self.start(self.waiting.pop(0))
            for key, _ in self.selector.select(timeout=POLL_SECONDS):
                self.handle(key)
            for session in [one for one in self.running if one.overdue()]:
                session.end_early({"how": "timed out", "after": session.seconds})
                self.finish(session)

    def handle(self, key):
        session = key.data
        if session is None:
            self.read_requests()
        elif session in self.running:
            if key.fileobj is session.socket:
                if not session.read_message() or session.done():
                    self.finish(session)
            elif not session.read(key.fileobj):
                self.selector.unregister(key.fileobj)
                if session.done():
                    self.finish(session)

    def read_requests(self):
        chunk = os.read(0, 1 << 16)
        if not chunk:
            self.open = False
            self.selector.unregister(0)
        *lines, self.partial = (self.partial + chunk).split(b"\n")
        self.waiting += [json.loads(line) for line in lines]

    def start(self, request):
        session = Session(request, self.harness)
        self.running.append(session)
        for source in [session.socket, *session.streams]:
            self.selector.register(source, selectors.EVENT_READ, session)

    def finish(self, session):
        self.running.remove(session)
        for source in [session.socket, *session.streams]:
            if source in self.selector.get_map():
                self.selector.unregister(source)
        if not session.done():
            for stream in session.streams:
                session.read(stream)
            session.end_early({"how": "died", "status": describe_status(session.wait())})
        session.close()
        say({"id": session.id, "blocks": session.results})


def describe_status(status):
    if os.WIFSIGNALED(status):
        return signal.Signals(os.WTERMSIG(status)).name
    return f"exit status {os.WEXITSTATUS(status)}"


def say(message):
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


def versions(modules):
    found = {"python": platform.python_version(), "executable": sys.executable}
    for name in modules:
        found[name.split(".")[0]] = sys.modules[name.split(".")[0]].__version__
    return found


def main():
    jobs, modules = int(sys.argv[1]), sys.argv[2:]
    harness = load_harness()
    for name in modules:
        importlib.import_module(name)
    # A figure is shown by the page, not by a window: what pyplot says about its missing window helps nobody.
    warnings.filterwarnings("ignore", message=".*(non-GUI backend|non-interactive)", category=UserWarning)
    say({"hello": versions(modules)})
    Server(jobs, harness).serve()


main()
