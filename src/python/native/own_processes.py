"""Keeps hold of the processes that sessions start, with what Linux has for it.

Elsewhere only the process group of a session is ended: what leaves it by `setsid` goes on.
"""

import os
import signal
import time

SET_PARENT_DEATH_SIGNAL, SET_DUMPABLE, SET_CHILD_SUBREAPER = 1, 4, 36
MOST_ROUNDS = 200
WAIT_SECONDS = 1.0


def _load_prctl():
    try:
        import ctypes  # deferred: a Python may be built without it

        return ctypes.CDLL(None).prctl
    except (ImportError, OSError, AttributeError):
        return lambda *_: -1


_prctl = _load_prctl()


def adopt_orphans():
    """From now on, a process whose parent has ended belongs to this one, if it descends from it."""
    _prctl(SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def end_with_parent(parent):
    """This process is killed when its parent, which is `parent`, ends in whatever way."""
    _prctl(SET_PARENT_DEATH_SIGNAL, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:
        os._exit(1)


def close_to_others(closed):
    """Whether other processes of the same user are kept from opening this one's files and memory through /proc."""
    _prctl(SET_DUMPABLE, 0 if closed else 1, 0, 0, 0)


def children(pid):
    """The processes that have been started by it, or were left to it, and are not over."""
    found = []
    try:
        for task in os.listdir(f"/proc/{pid}/task"):
            with open(f"/proc/{pid}/task/{task}/children") as listing:
                found += map(int, listing.read().split())
    except OSError:
        pass  # It has ended, or this is not Linux.
    return [child for child in found if _is_alive(child)]


def _is_alive(pid):
    try:
        with open(f"/proc/{pid}/stat", "rb") as stat:
            return stat.read().rpartition(b") ")[2][:1] not in (b"Z", b"X", b"")
    except OSError:
        return False


def end_descendants(pid, spared=()):
    """Kill all that descends from it, except the processes in `spared` and what descends from those."""
    stopped = set()
    # Each is stopped before its children are looked for, so that none can start another behind our back.
    for _ in range(MOST_ROUNDS):
        fresh = set(_descendants(pid, spared)) - stopped
        if not fresh:
            break
        for one in fresh:
            send(one, signal.SIGSTOP)
        stopped |= fresh
    for one in stopped:
        send(one, signal.SIGKILL)
    until = time.monotonic() + WAIT_SECONDS
    while any(map(_is_alive, stopped)) and time.monotonic() < until:
        time.sleep(0.0005)


def _descendants(pid, spared):
    found, waiting = [], [pid]
    while waiting:
        fresh = [child for child in children(waiting.pop()) if child not in spared and child not in found]
        found += fresh
        waiting += fresh
    return found


def send(pid, number):
    """Sends a signal to a process, if it is still there."""
    try:
        os.kill(pid, number)
    except (ProcessLookupError, PermissionError):
        pass  # It has gone already.


def reap(spared=()):
    """Take note of the end of children that are over, except of those in `spared`, which others wait for."""
    try:
        while True:
            over = os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOHANG | os.WNOWAIT)
            if over is None or over.si_pid in spared:
                return
            os.waitpid(over.si_pid, os.WNOHANG)
    except ChildProcessError:
        pass  # There are none.
