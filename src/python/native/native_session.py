"""One running session, seen from the server.

It runs in its own process and process group with an empty working directory, another folder for temporary files,
`/dev/null` for input, and pipes for its two output streams. On a socket it receives the permission to run a block,
with a token, and writes two lines that are signed with that token: after the block has ended, `returned` or `raised`;
then the number of threads that still run and the block's result as JSON, which the server passes on unread.

Nothing here waits for a session: its data are read as they arrive, in any pieces, while the clock goes on.
"""

import base64
import glob
import hmac
import os
import re
import secrets
import shutil
import signal
import socket
import stat
import struct
import sys
import tempfile
import time
from contextlib import suppress
from functools import partial

import native_child
from native_child import TEMPORARY, WORKING
from own_processes import children, crowds_itself, end_descendants, send, wait_for_trackers, waiting_seconds

# A session that has closed its channel has this time to end by itself.
LINGER_SECONDS = 1.0
# A block's time is extended by at most so many times its limit: that it waits for a processor may be its own doing, by
# processes that it starts and ends, and a run has to end.
MOST_WAITED = 9
# More than the system holds of what was written: what an ended process has said is read to its end.
READS_AT_ONCE = 1024
CREDENTIALS = struct.Struct("3i")
# JSON needs up to six characters for one, and a text may be in it twice: no block can need more than this factor.
MOST_ESCAPED = 16
SLACK_BYTES = 1 << 16


class Forked(BaseException):
    """Raised in a forked child, up to the top level: `become` turns the child into a session."""

    def __init__(self, become):
        super().__init__()
        self.become = become


class Session:
    """A session and its process.

    `say` is called with `{"id", "waited"}` when the time of a block is extended by what it waited for a processor, and
    with `{"id", "ran", "stdout", "stderr", "seconds"}` for each block, where `ran` is
    `{"fact": "returned" | "raised", "threads", "told": <JSON text>}` or, if the server has detected or caused the end,
    `{"end": ...}`; no block of the session follows it.
    """

    def __init__(self, request, own, folder, say):
        self.id = request["id"]
        self.left = len(request["blocks"])
        self.seconds = request["seconds"]
        self.output_bytes = request["outputBytes"]
        self.say = say
        self.folder = tempfile.mkdtemp(prefix=f"{os.path.basename(folder)}-", dir=os.path.dirname(folder))
        for name in (WORKING, TEMPORARY):
            os.makedirs(os.path.join(self.folder, name))
        copy_files(request["files"], os.path.join(self.folder, WORKING))
        self.socket, childs_socket = open_channel()
        pipes = [os.pipe(), os.pipe()]
        sys.stdout.flush()
        server = os.getpid()
        self.pid = os.fork()
        if self.pid == 0:
            writers = [write for _, write in pipes]
            arguments = (request, own, self.folder, childs_socket.detach(), writers, server)
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
        """Each file to watch, with the function to call when it has data; the function returns False at its end."""
        return {self.socket: self.read_channel, **{stream: partial(self.read, stream) for stream in self.streams}}

    def is_done(self):
        """Whether every block has run."""
        return self.left == 0

    def begin_block(self):
        """Lets the process run the next block, and starts its clock; after the last, ends the session."""
        self.fact = None
        self.began = time.monotonic()
        self.until = self.began + self.seconds
        self.waited = self.waited_before = waiting_seconds(self.pid)
        self.hung_up = False
        if self.is_done():
            return
        self.token = secrets.token_hex(16).encode()
        try:
            self.socket.send(self.token + b"\n")
        except OSError:
            pass  # It has closed its end of the socket, or ended: `check` reports that.

    def read(self, stream):
        """Read the available data of a pipe; return whether it may have more later."""
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
        """Read the available data of the channel, and ignore data that another process than the session's wrote.

        Not all of it at once: a process that writes without end would keep the server from all else.
        """
        for _ in range(READS_AT_ONCE):
            if self.is_done():
                return False
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
                self.receive(data)
        return True

    def receive(self, data):
        """Adds bytes from the channel, which arrive in any pieces, and handles each complete line."""
        self.said += data
        if b"\n" in data:
            *lines, rest = bytes(self.said).split(b"\n")
            self.said[:] = rest
            for line in lines:
                if not self.is_done():
                    self.receive_line(line)
        if len(self.said) > MOST_ESCAPED * self.output_bytes + SLACK_BYTES:
            self.break_off("its message is longer than any block's")

    def receive_line(self, line):
        """Handles one line from the channel: the end of the block, or a breach of the protocol."""
        text = line.partition(b" ")[2]
        if not hmac.compare_digest(line, native_child.sign(self.token, text)):
            self.break_off("other code than the harness wrote to its channel")
        elif self.fact is not None:
            self.finish_block(text)
        elif text in (b"returned", b"raised"):
            self.fact = text.decode()
        else:
            self.break_off("it did not report how the block ended")

    def finish_block(self, text):
        """Reports a block that has ended, after the processes that it has left behind are ended."""
        threads, _, told = text.partition(b" ")
        if not re.fullmatch(rb"[0-9]{1,6}", threads):
            return self.break_off("it did not report the number of threads")
        if children(self.pid):
            end_descendants(self.pid, trackers=False)
        self.read_streams()
        if self.is_done():
            return
        self.report({"fact": self.fact, "threads": int(threads), "told": told.decode("utf-8", "replace")})
        self.left -= 1
        self.begin_block()

    def read_streams(self):
        """Reads the available data of standard output and standard error."""
        for stream in self.streams:
            self.read(stream)

    def report(self, ran):
        """Calls `say` with the block's end and its output."""
        stdout, stderr = (bytes(buffer[: self.output_bytes]) for buffer in self.streams.values())
        for buffer in self.streams.values():
            buffer.clear()
        waited = max(0.0, waiting_seconds(self.pid) - self.waited_before)
        self.say(
            {
                "id": self.id,
                "ran": ran,
                "stdout": base64.b64encode(stdout).decode(),
                "stderr": base64.b64encode(stderr).decode(),
                "seconds": round(max(0.0, time.monotonic() - self.began - waited), 6),
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
        """Report the block if the process has ended or has used up its time."""
        if not self.is_done() and self.has_ended():
            self.read_channel()
            self.read_streams()
            self.end_early({"how": "died", "status": describe_status(self.status)})
        elif self.is_out_of_time():
            # Asked for once: another answer a moment later would take one end for the other.
            if self.hung_up:
                self.break_off("it closed the harness's channel")
            else:
                self.read_streams()
                self.end_early({"how": "timed out", "after": self.seconds})

    def is_out_of_time(self):
        """Whether its time is over. What it had to wait for a processor is added, and the host is told.

        Nothing is added while its own threads and processes compete: else it had more time the more it starts.
        """
        if self.until < time.monotonic() and not crowds_itself(self.pid):
            waited = min(waiting_seconds(self.pid), self.waited_before + MOST_WAITED * self.seconds)
            if waited > self.waited:
                self.until += waited - self.waited
                self.waited = waited
                self.say({"id": self.id, "waited": round(waited - self.waited_before, 6)})
        return self.until < time.monotonic()

    def has_ended(self):
        """Whether the process has ended; collects its status."""
        if self.status is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            self.status = status if pid else None
        return self.status is not None

    def close(self):
        """End all processes of the session and remove its files."""
        if not self.has_ended():
            send(self.pid, signal.SIGSTOP)
            end_descendants(self.pid, trackers=False)
            send(self.pid, signal.SIGKILL)
            _, self.status = os.waitpid(self.pid, 0)
        wait_for_trackers()
        end_group(self.pid)
        self.socket.close()
        for stream in self.streams:
            os.close(stream)
        remove(self.folder)


def copy_files(files, folder):
    """Copies files into the working directory of a session, where they cannot be written."""
    for file in files:
        path = os.path.join(folder, file["path"])
        os.makedirs(os.path.dirname(path), exist_ok=True)
        shutil.copyfile(file["from"], path)
        os.chmod(path, stat.S_IREAD)


def remove_all(folder):
    """Removes `folder` and the folders of sessions, whose names begin with its own."""
    for found in glob.glob(glob.escape(folder) + "*"):
        remove(found)


def remove(folder):
    """Removes a folder, also where a block has taken away the permission to look into it or a part of it.

    A part that is too deep for this Python is left to the host.
    """
    with suppress(OSError):
        os.chmod(folder, stat.S_IRWXU)
    with suppress(RecursionError):
        for place, names, _ in os.walk(folder):
            for path in (os.path.join(place, name) for name in names):
                if not os.path.islink(path):
                    with suppress(OSError):
                        os.chmod(path, stat.S_IRWXU)
        shutil.rmtree(folder, ignore_errors=True)


def open_channel():
    """The server's end of a socket pair, on which the kernel names the writing process, and the session's end."""
    ours, childs = socket.socketpair()
    ours.setblocking(False)
    if hasattr(socket, "SO_PASSCRED"):
        ours.setsockopt(socket.SOL_SOCKET, socket.SO_PASSCRED, 1)
    return ours, childs


def writers_in(ancillary):
    """The ids of the processes that have written the data; empty where the system does not report them."""
    kind = (socket.SOL_SOCKET, getattr(socket, "SCM_CREDENTIALS", None))
    return [CREDENTIALS.unpack(data)[0] for level, type_, data in ancillary if (level, type_) == kind]


def end_group(pid):
    """Kill the rest of its process group: on some systems the descendants of a process cannot be listed."""
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
