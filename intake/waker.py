"""A way to end a wait from a signal handler or another thread."""

import contextlib
import select
import socket


class Waker:
    """A pair of connected sockets: `wake` writes a byte, waits poll the other end."""

    def __init__(self) -> None:
        self._pair: tuple[socket.socket, socket.socket] | None = None
        self._woken = False

    def wake(self) -> None:
        """End the running wait, or the next one. Safe in a signal handler."""
        self._woken = True
        if self._pair is not None:
            with contextlib.suppress(OSError):
                self._pair[1].send(b"\0")

    @property
    def ear(self) -> socket.socket:
        """The end to poll."""
        if self._pair is None:
            self._pair = socket.socketpair()
            for end in self._pair:
                end.setblocking(False)
        if self._woken:  # a wake that came before there was anything to write to
            with contextlib.suppress(OSError):
                self._pair[1].send(b"\0")
        return self._pair[0]

    def take(self) -> bool:
        """True if woken since the last `take`; forgets it."""
        woken, self._woken = self._woken, False
        if self._pair is not None:
            with contextlib.suppress(BlockingIOError):
                while self._pair[0].recv(64):
                    pass
        return woken

    def wait(self, seconds: float) -> None:
        """Wait until woken, at most `seconds`."""
        poll = select.poll()
        poll.register(self.ear, select.POLLIN)
        poll.poll(max(0.0, seconds) * 1000)

    def close(self) -> None:
        """Close both ends; they are made anew at need."""
        if self._pair is not None:
            for end in self._pair:
                end.close()
            self._pair = None
