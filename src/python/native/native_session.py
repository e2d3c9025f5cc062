"""One running session, seen from the server.

It runs in a process of its own process group with an empty temporary directory, `/dev/null` for input, and pipes for
its two streams. On a socket it gets the permission to run a block, with a token, and says two lines with that token:
the first when the block has ended, `returned` or `raised`, the second how many threads it has left running and what
came of it as JSON, which the server does not read.

Nothing here waits for a session: what it says is taken as it comes, in whatever pieces, and the clock goes on.
"""

import base64
import hmac
import os
import re
import secrets
import shutil
import signal
import socket
import struct
import sys
import tempfile
import time
from functools import partial

import native_child
from own_processes import children, end_descendants, send

# A session that has closed its channel may still come to its end by itself for so long.
LINGER_SECONDS = 1.0
CREDENTIALS = struct.Struct("3i")
# JSON writes a character in up to six, and a text may be in it twice: more than this no block comes to.
MOST_ESCAPED = 16
SLACK_BYTES = 1 << 16


class Forked(BaseException):
    """Thrown in a forked child, up to the top: `become` makes it a session."""

    def __init__(self, become):
        super().__init__()
        self.become = become


class Session:
    """A session and its process.

    `say` is called with `{"id", "ran", "stdout", "stderr", "seconds"}` for each block, where `ran` is
    `{"fact": "returned" | "raised", "threads", "told": <JSON text>}` or, for an end that the server has seen or made,
    `{"end": ...}`: then no block of the session follows.
    """

    def __init__(self, request, harness, folder, say):
        self.id = request["id"]
        self.left = len(request["blocks"])
        self.seconds = request["seconds"]
        self.output_bytes = request["outputBytes"]
        self.say = say
        self.folder = tempfile.mkdtemp(prefix="example-", dir=folder)
        self.socket, childs_socket = open_channel()
        pipes = [os.pipe(), os.pipe()]
        sys.stdout.flush()
        server = os.getpid()
        self.pid = os.fork()
        if self.pid == 0:
            writers = [write for _, write in pipes]
            arguments = (request, harness, self.folder, childs_socket.detach(), writers, server)
            raise Forked(partial(native_child.become_session, *arguments))
        self.status = None
        childs_socket.close()
        for read, write in pipes:
            os.close(write)
            os.set_blocking(read, False)
        self.streams = {read: bytearray() for read, _ in pipes}
        self.said = bytearray()
        self.begin_block()

    def sources(self):
        """What is to be watched, and what to call when there is something: it returns False when that is at its end."""
        return {self.socket: self.read_channel, **{stream: partial(self.read, stream) for stream in self.streams}}

    def is_done(self):
        """Whether every block has run."""
        return self.left == 0

    def begin_block(self):
        """Lets the process run the next block, and starts its clock; after the last, ends the session."""
        self.fact = None
        self.began = time.monotonic()
        self.until = self.began + self.seconds
        self.hung_up = False
        if self.is_done():
            return
        self.token = secrets.token_hex(16).encode()
        try:
            self.socket.send(self.token + b"\n")
        except OSError:
            pass  # It has closed its end, or ended: that will be seen.

    def read(self, stream):
        """Take what is waiting in a pipe."""
        buffer = self.streams[stream]
        while not self.is_done():
            try:
                chunk = os.read(stream, 1 << 16)
            except BlockingIOError:
                return True
            if not chunk:
                return False
            buffer += chunk
            if sum(map(len, self.streams.values())) > self.output_bytes:
                self.end_early({"how": "flooded", "limit": self.output_bytes})
        return False

    def read_channel(self):
        """Take what is waiting on the channel, as far as this session's own process has written it."""
        while not self.is_done():
            try:
                data, ancillary, _, _ = self.socket.recvmsg(1 << 16, socket.CMSG_SPACE(CREDENTIALS.size))
            except BlockingIOError:
                return True
            except OSError:
                data = b""
            if not data:
                self.hung_up = True
                self.until = min(self.until, time.monotonic() + LINGER_SECONDS)
                return False
            if all(writer == self.pid for writer in writers_in(ancillary)):
                self.hear(data)
        return False

    def hear(self, data):
        """Takes bytes from the channel, which come in any pieces."""
        self.said += data
        if b"\n" in data:
            *lines, rest = bytes(self.said).split(b"\n")
            self.said[:] = rest
            for line in lines:
                if not self.is_done():
                    self.hear_line(line)
        if len(self.said) > MOST_ESCAPED * self.output_bytes + SLACK_BYTES:
            self.break_off("it said more than any block comes to")

    def hear_line(self, line):
        """Takes one line from the channel: the end of the block, or a breach of the protocol."""
        token, _, text = line.partition(b" ")
        if not hmac.compare_digest(token, self.token):
            self.break_off("something else than the harness wrote on its channel")
        elif self.fact is not None:
            self.finish_block(text)
        elif text in (b"returned", b"raised"):
            self.fact = text.decode()
        else:
            self.break_off("it did not say how the block ended")

    def finish_block(self, text):
        """Reports a block whose end was said, unless it left processes behind."""
        threads, _, told = text.partition(b" ")
        if not re.fullmatch(rb"[0-9]{1,6}", threads):
            return self.break_off("it did not say how many threads go on")
        if children(self.pid):
            end_descendants(self.pid)
        self.read_streams()
        if self.is_done():
            return
        self.report({"fact": self.fact, "threads": int(threads), "told": told.decode("utf-8", "replace")})
        self.left -= 1
        self.begin_block()

    def read_streams(self):
        """Reads what there is of standard output and standard error."""
        for stream in self.streams:
            self.read(stream)

    def report(self, ran):
        """Calls `say` with how the block ended and what it printed."""
        stdout, stderr = (bytes(buffer[: self.output_bytes]) for buffer in self.streams.values())
        for buffer in self.streams.values():
            buffer.clear()
        self.say(
            {
                "id": self.id,
                "ran": ran,
                "stdout": base64.b64encode(stdout).decode(),
                "stderr": base64.b64encode(stderr).decode(),
                "seconds": round(time.monotonic() - self.began, 6),
            }
        )

    def end_early(self, end):
        """Report how the current block ended; those after it do not run."""
        if self.is_done():
            return
        self.left = 0
        self.report({"end": end})

    def break_off(self, what):
        """Ends a session that broke the protocol."""
        self.read_streams()
        self.end_early({"how": "died", "status": f"it broke the protocol: {what}"})

    def check(self):
        """See whether the process has ended, or its time has."""
        if not self.is_done() and self.has_ended():
            self.read_channel()
            self.read_streams()
            self.end_early({"how": "died", "status": describe_status(self.status)})
        elif time.monotonic() > self.until and self.hung_up:
            self.break_off("it closed the harness's channel")
        elif time.monotonic() > self.until:
            self.read_streams()
            self.end_early({"how": "timed out", "after": self.seconds})

    def has_ended(self):
        """Whether the process has ended; collects its status."""
        if self.status is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            self.status = status if pid else None
        return self.status is not None

    def close(self):
        """End everything that the session has started and remove what it has written."""
        if not self.has_ended():
            send(self.pid, signal.SIGSTOP)
            end_descendants(self.pid)
            send(self.pid, signal.SIGKILL)
            _, self.status = os.waitpid(self.pid, 0)
        end_group(self.pid)
        self.socket.close()
        for stream in self.streams:
            os.close(stream)
        shutil.rmtree(self.folder, ignore_errors=True)


def open_channel():
    """The server's end, on which the kernel says who has written, and the session's."""
    ours, childs = socket.socketpair()
    ours.setblocking(False)
    if hasattr(socket, "SO_PASSCRED"):
        ours.setsockopt(socket.SOL_SOCKET, socket.SO_PASSCRED, 1)
    return ours, childs


def writers_in(ancillary):
    """The processes that have written it; none where the system does not say."""
    kind = (socket.SOL_SOCKET, getattr(socket, "SCM_CREDENTIALS", None))
    return [CREDENTIALS.unpack(data)[0] for level, type_, data in ancillary if (level, type_) == kind]


def end_group(pid):
    """What is left of its process group, where a system does not say what descends from whom."""
    try:
        os.killpg(pid, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        pass  # Nothing is left.


def describe_status(status):
    """How a process ended, in words: its exit status or the name of a signal."""
    if os.WIFEXITED(status):
        return f"exit status {os.WEXITSTATUS(status)}"
    number = os.WTERMSIG(status)
    return signal.Signals(number).name if number in signal.valid_signals() and number < 32 else f"signal {number}"
