"""Line: one connection to one host, speaking HTTP/1.1 through h11.

The protocol class keeps what arrived in a buffer with a high-water mark, so that a fast sender cannot fill the memory.
"""

from __future__ import annotations

import asyncio

import h11

from monitor.edges.web.limits import WebOptions
from monitor.edges.web.trouble import Trouble

HIGH_WATER = 256 * 1024
MOST_INTERIM = 8


class Socket(asyncio.Protocol):
    """The bytes of one connection. `gone` once the other side has closed it, `broken` when it did so in mid-word."""

    __slots__ = ("_inbox", "_paused", "_waiter", "broken", "gone", "transport")

    def __init__(self) -> None:
        self._inbox = bytearray()
        self._waiter: asyncio.Future[None] | None = None
        self._paused = False
        self.gone = self.broken = False
        self.transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """asyncio says the connection stands."""
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport

    def data_received(self, arrived: bytes) -> None:
        """asyncio hands over what arrived."""
        self._inbox += arrived
        if len(self._inbox) > HIGH_WATER and self.transport and not self._paused:
            self._paused = True
            self.transport.pause_reading()
        self._wake()

    def eof_received(self) -> None:
        """The other side says no more."""
        self.gone = True
        self._wake()

    def connection_lost(self, error: Exception | None) -> None:
        """The connection is no more."""
        self.gone, self.broken = True, error is not None
        self._wake()

    @property
    def quiet(self) -> bool:
        """Whether it stands and nothing came unasked: fit for another request."""
        return not (self.gone or self._inbox)

    def write(self, piece: bytes) -> None:
        """Send; a GET's few bytes never need to wait."""
        if self.transport:
            self.transport.write(piece)

    async def read(self, silence: float) -> bytes:
        """What has arrived, at least a byte; b"" when the other side has gone. Raises TimeoutError after `silence` seconds."""
        if not (self._inbox or self.gone):
            self._waiter = asyncio.get_running_loop().create_future()
            try:
                async with asyncio.timeout(silence):
                    await self._waiter
            finally:
                self._waiter = None
        piece = bytes(self._inbox)
        self._inbox.clear()
        if self._paused and self.transport:
            self._paused = False
            self.transport.resume_reading()
        return piece

    def _wake(self) -> None:
        if self._waiter and not self._waiter.done():
            self._waiter.set_result(None)


class Line:
    """One connection and where its conversation stands. `used` counts the requests it has carried."""

    def __init__(self, socket: Socket, options: WebOptions) -> None:
        self._socket = socket
        self._options = options
        self._talk = h11.Connection(h11.CLIENT, max_incomplete_event_size=options.header_bytes)
        self._expiry: asyncio.TimerHandle | None = None
        self.used = 0

    async def ask(self, request: h11.Request) -> h11.Response:
        """Send a request without a body; the head of the reply. Raises Trouble."""
        self.used += 1
        self._socket.write(self._talk.send(request) or b"")
        self._talk.send(h11.EndOfMessage())
        for _ in range(MOST_INTERIM):
            event = await self._next()
            if isinstance(event, h11.Response):
                if len(event.headers) > self._options.header_lines:
                    raise Trouble("headers", f"{len(event.headers)} header lines")
                return event
        raise Trouble("protocol", f"{MOST_INTERIM} interim replies and no final one")

    async def piece(self) -> bytes:
        """The next piece of the body; b"" at its end. Raises Trouble."""
        event = await self._next()
        return bytes(event.data) if isinstance(event, h11.Data) else b""

    def ready_again(self) -> bool:
        """Make it fit for the next request, if the last was carried out to its end on both sides."""
        if self._talk.our_state is not h11.DONE or self._talk.their_state is not h11.DONE:
            return False
        if self._talk.trailing_data[0] or not self._socket.quiet:
            return False
        self._talk.start_next_cycle()
        return True

    def rest(self, seconds: float) -> None:
        """Idle: closed after a while unless it is taken again."""
        self._expiry = asyncio.get_running_loop().call_later(seconds, self.close)

    def wake(self) -> bool:
        """Taken again; False when it has gone meanwhile."""
        if self._expiry:
            self._expiry.cancel()
        return self._socket.quiet

    def close(self) -> None:
        """At once, without the courtesies of TLS: nothing that matters is under way."""
        if self._expiry:
            self._expiry.cancel()
        self._socket.gone = True
        if self._socket.transport:
            self._socket.transport.abort()

    async def _next(self) -> h11.Event | type[h11.NEED_DATA] | type[h11.PAUSED]:
        """The next event of the conversation. Raises Trouble."""
        try:
            while (event := self._talk.next_event()) is h11.NEED_DATA:
                self._talk.receive_data(await self._more())
        except h11.RemoteProtocolError as cause:
            raise _trouble(cause) from None
        return event

    async def _more(self) -> bytes:
        silence = self._options.silence_seconds
        try:
            piece = await self._socket.read(silence)
        except TimeoutError:
            raise Trouble("timeout", f"not a byte for {silence:g} s") from None
        if not piece and self._talk.their_state is h11.SEND_RESPONSE:
            raise Trouble("refused", "the connection was closed without an answer")
        if not piece and self._socket.broken:
            raise Trouble("truncated", "the connection broke before the body's end")
        return piece


def _trouble(cause: h11.RemoteProtocolError) -> Trouble:
    if cause.error_status_hint == 431:
        return Trouble("headers", "header lines without end")
    if "without sending complete message body" in str(cause) or "incomplete chunked read" in str(cause):
        return Trouble("truncated", "the body ended early")
    return Trouble("protocol", f"no HTTP: {cause}")
