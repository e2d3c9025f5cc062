"""Replaces `asyncio.unix_events`, since there are no sockets: an event loop of timers and tasks only.

No event comes from outside the program, so it is an error if every task waits for another one.
"""

import asyncio.base_events
import asyncio.events
import os
import signal
import socket
import time

__all__ = ("SelectorEventLoop", "_DefaultEventLoopPolicy", "EventLoop")


class _NothingToSelect:
    """The selector of the loop: it never has events from outside, and sleeps until the next timer."""

    @staticmethod
    def select(timeout):
        if timeout is None:
            raise RuntimeError("Every task waits for another one, and nothing is left that could go on.")
        time.sleep(timeout)
        return ()


class SelectorEventLoop(asyncio.base_events.BaseEventLoop):
    """An event loop for a single thread."""

    _selector = _NothingToSelect

    async def getaddrinfo(self, host, port, **details):
        """Raises the error for a missing network, not the one for missing threads."""
        return socket.getaddrinfo(host, port, **details)

    async def getnameinfo(self, sockaddr, flags=0):
        """Raises the error for a missing network."""
        return socket.getnameinfo(sockaddr, flags)

    async def _make_subprocess_transport(self, *_arguments, **_keywords):
        return os.system("")  # This raises the error for other programs.

    def add_signal_handler(self, sig, callback, *details):
        """Raises the error for missing signals."""
        signal.alarm(0)

    def _add_reader(self, *_details):
        """Raises the error for a missing network."""
        socket.socket()

    add_reader = add_writer = remove_reader = remove_writer = _add_reader

    def _process_events(self, events):
        pass

    def _write_to_self(self):
        """Does nothing, since there is no other thread to wake up."""


EventLoop = SelectorEventLoop


class _DefaultEventLoopPolicy(asyncio.events._BaseDefaultEventLoopPolicy):
    _loop_factory = SelectorEventLoop
