"""Feeds lines to the server's side of a native session, in pieces of any size, and says what it made of them.

Standard input: JSON lines, each `[line, how, size]`: `how` says what signs the line: the session's own token, the
token of another block, or nothing. Standard output: for each line, JSON of what the session reported.
"""

import json
import os
import sys

SOURCES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "src", "python")
sys.path[:0] = [os.path.join(SOURCES, "native"), SOURCES]
import native_child  # noqa: E402
import native_session  # noqa: E402


class Fed(native_session.Session):
    """A session without a process: its channel is fed from here."""

    def __init__(self, blocks):
        self.id, self.left, self.seconds, self.output_bytes = 1, blocks, 60, 1000
        self.reports = []
        self.say = self.reports.append
        self.pid, self.status, self.streams, self.said = os.getpid(), None, {}, bytearray()
        self.socket, self.childs = native_session.open_channel()
        self.streams = {-1: bytearray(), -2: bytearray()}
        self.begin_block()

    def read(self, stream):
        return True

    def feed(self, data, size):
        for start in range(0, len(data), size):
            try:
                self.childs.send(data[start : start + size])
            except OSError:
                return
            self.read_channel()


native_session.children = lambda pid: []
for text in sys.stdin:
    line, how, size = json.loads(text)
    session = Fed(blocks=2)
    token = {"own": session.token, "other": b"0" * 32, "none": b""}[how]
    texts = (b"raised", b"0 " + line.encode("utf-8", "surrogatepass"))
    data = b"".join((native_child.sign(token, text) if token else text) + b"\n" for text in texts)
    session.feed(data, size)
    session.socket.close()
    session.childs.close()
    print(json.dumps([report["ran"] for report in session.reports]))
