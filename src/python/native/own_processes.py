"""Finds and ends the processes that sessions start, by means of Linux.

On other systems only the process group of a session is ended: processes that leave it by `setsid` go on.
"""

import os
import signal
import time
from contextlib import suppress

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
    """Make this process the new parent of its descendants whose parent has ended (a subreaper)."""
    _prctl(SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def end_with_parent(parent):
    """Have the kernel kill this process when its parent, whose id is `parent`, ends."""
    _prctl(SET_PARENT_DEATH_SIGNAL, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:
        os._exit(1)


def close_to_others(closed):
    """Forbid (or allow) other processes of the same user to open this one's files and memory through /proc."""
    _prctl(SET_DUMPABLE, 0 if closed else 1, 0, 0, 0)


def children(pid):
    """The child processes of `pid`, started or adopted by it, that are still alive."""
    found = []
    for task in _tasks(pid):
        with suppress(OSError), open(f"{task}/children") as listing:
            found += map(int, listing.read().split())
    return [child for child in found if _is_alive(child)]


def waiting_seconds(pid):
    """For how long the main thread of a process was ready and had no processor; 0 where the system does not tell."""
    try:
        with open(f"/proc/{pid}/schedstat") as stat:
            return int(stat.read().split()[1]) / 1e9
    except (OSError, IndexError, ValueError):
        return 0.0


def crowds_itself(pid):
    """Whether more than one thread of a process and its descendants is ready to run now."""
    tasks = [task for one in (pid, *_descendants(pid, ())) for task in _tasks(one)]
    return [_state(task) for task in tasks].count(b"R") > 1


def _tasks(pid):
    """The folders in /proc of the threads of a process; none if it has ended, or this is not Linux."""
    try:
        return [f"/proc/{pid}/task/{task}" for task in os.listdir(f"/proc/{pid}/task")]
    except OSError:
        return []


def _is_alive(pid):
    return _state(f"/proc/{pid}") not in (b"Z", b"X", b"")


def _state(folder):
    """The letter for the state of a process or thread, by its folder in /proc; empty if it is gone."""
    try:
        with open(f"{folder}/stat", "rb") as stat:
            return stat.read().rpartition(b") ")[2][:1]
    except OSError:
        return b""


def end_descendants(pid, spared=(), trackers=True):
    """Kill all descendants of `pid`, except the processes in `spared` and their descendants.

    With `trackers=False`, Python's own helpers stay: when their program ends, they remove its shared memory, and end.
    """
    stopped = set()
    # Each is stopped before its children are listed, so that none can start another meanwhile.
    for _ in range(MOST_ROUNDS):
        fresh = {one for one in _descendants(pid, spared) if trackers or not _is_tracker(one)} - stopped
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
    """Sends the signal `number` to a process, if it still exists."""
    try:
        os.kill(pid, number)
    except (ProcessLookupError, PermissionError):
        pass  # It has ended already.


def wait_for_trackers():
    """Wait until Python's helpers that this process has adopted have ended, which they do by themselves."""
    until = time.monotonic() + WAIT_SECONDS
    while any(map(_is_tracker, children(os.getpid()))) and time.monotonic() < until:
        time.sleep(0.005)


def _is_tracker(pid):
    return b"from multiprocessing.resource_tracker import main" in _command(pid)


def _command(pid):
    """The command line of a process. One that is just starting a program has an empty one for a moment."""
    try:
        for _ in range(MOST_ROUNDS):
            with open(f"/proc/{pid}/cmdline", "rb") as line:
                command = line.read()
            if command or not _is_alive(pid):
                return command
            time.sleep(0.0005)
    except OSError:
        pass  # It has ended.
    return b""


def reap(spared=()):
    """Collect the status of children that have ended, except of those in `spared`, which their session collects."""
    try:
        while True:
            over = os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOHANG | os.WNOWAIT)
            if over is None or over.si_pid in spared:
                return
            os.waitpid(over.si_pid, os.WNOHANG)
    except ChildProcessError:
        pass  # There are none.
