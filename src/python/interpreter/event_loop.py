"""Takes the place of `asyncio.unix_events` where there are no sockets: an event loop of timers and tasks only.

Nothing outside the program can wake it up, so a program in which every task waits for another one is told so.
"""

import asyncio.base_events
import asyncio.events
import os
import socket
import time

__all__ = ("SelectorEventLoop", "_DefaultEventLoopPolicy", "EventLoop")


class _NothingToSelect:
    """What the loop asks for events from outside: there are none, and the time until the next timer passes."""

    @staticmethod
    def select(timeout):
        if timeout is None:
            raise RuntimeError("Every task waits for another one, and nothing is left that could go on.")
        time.sleep(timeout)
        return ()


class SelectorEventLoop(asyncio.base_events.BaseEventLoop):
    """An event loop of one thread, which is all that there is."""

    _selector = _NothingToSelect

    async def getaddrinfo(self, host, port, **details):
        """Says that there is no network, and not that there is no thread to ask in."""
        return socket.getaddrinfo(host, port, **details)

    async def getnameinfo(self, sockaddr, flags=0):
        """As above."""
        return socket.getnameinfo(sockaddr, flags)

    async def _make_subprocess_transport(self, *_arguments, **_keywords):
        return os.system("")  # It says that no other program can be run.

    def _process_events(self, events):
        pass

    def _write_to_self(self):
        """No other thread waits for this one to wake it up."""


EventLoop = SelectorEventLoop


class _DefaultEventLoopPolicy(asyncio.events._BaseDefaultEventLoopPolicy):
    _loop_factory = SelectorEventLoop
