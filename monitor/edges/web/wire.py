"""Wire: the connections of this product. It dials only addresses the guard let through, and keeps what stands.

httpx2's own transport looks at every connection it holds for every request and leaves the choice of the address to the
system (benchmarks/web.py shows both beside each other); this one looks up one list by host and dials what was checked.
Requests and replies go without httpx2's objects around them, which cost a fifth of a poll that brings nothing new.
"""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from functools import partial

import h11
import httpx2

from monitor.edges.web.guard import Guard, port_of
from monitor.edges.web.limits import WebOptions
from monitor.edges.web.line import Line, Socket
from monitor.edges.web.trouble import Trouble

Origin = tuple[str, str, int]
Headers = list[tuple[bytes, bytes]]


@dataclass(frozen=True, slots=True)
class Answer:
    """A reply's head, names in lower case, and its body to be read; closing the body gives both ends back."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: Stream

    def header(self, name: str) -> str:
        """The first value of a header, or "" (name in lower case)."""
        return next((value for key, value in self.headers if key == name), "")


class Wire:
    """Sends GET requests; raises Trouble. `tls` is made at the first https address (it costs some 20 ms)."""

    def __init__(self, options: WebOptions, guard: Guard, tls: ssl.SSLContext | None = None) -> None:
        self._options = options
        self._guard = guard
        self._tls = tls
        self._idle: dict[Origin, list[Line]] = {}
        self._idle_count = 0

    async def get(self, url: httpx2.URL, headers: Headers) -> Answer:
        """The answer to a GET of `url` with these headers and its host's name. Raises Trouble."""
        origin = (url.scheme, url.raw_host.decode("ascii"), port_of(url))
        asked = h11.Request(method=b"GET", target=url.raw_path, headers=[(b"Host", url.netloc), *headers])
        line, head = await self._ask(origin, asked)
        told = tuple((name.decode("ascii"), _text(value)) for name, value in head.headers)
        return Answer(head.status_code, told, Stream(line, partial(self._give_back, origin)))

    def close(self) -> None:
        """Closes every idle connection."""
        for lines in self._idle.values():
            for line in lines:
                line.close()
        self._idle.clear()
        self._idle_count = 0

    async def _ask(self, origin: Origin, asked: h11.Request) -> tuple[Line, h11.Response]:
        """Over a kept connection if one stands; once more over a new one if it went just then."""
        line = self._take(origin)
        if line is not None:
            try:
                return line, await self._asked(line, asked)
            except Trouble as trouble:
                if trouble.word != "refused":
                    raise
        line = await self._dial(origin)
        return line, await self._asked(line, asked)

    async def _asked(self, line: Line, asked: h11.Request) -> h11.Response:
        try:
            return await line.ask(asked)
        except BaseException:
            line.close()
            raise

    def _take(self, origin: Origin) -> Line | None:
        lines = self._idle.get(origin)
        while lines:
            line = lines.pop()
            self._idle_count -= 1
            if line.wake():
                return line
            line.close()
        return None

    def _give_back(self, origin: Origin, line: Line) -> None:
        if self._idle_count >= self._options.idle_connections:
            self._drop_oldest()
        if not line.ready_again():
            return line.close()
        line.rest(self._options.idle_seconds)
        self._idle.setdefault(origin, []).append(line)
        self._idle_count += 1
        return None

    def _drop_oldest(self) -> None:
        for origin, lines in tuple(self._idle.items()):
            if lines:
                self._idle_count -= 1
                return lines.pop(0).close()
            del self._idle[origin]
        return None

    async def _dial(self, origin: Origin) -> Line:
        """A new connection to the first of the checked addresses that answers. Raises Trouble."""
        scheme, host, port = origin
        trouble = Trouble("refused", f"{host} has no address that answers")
        for address in await self._guard.addresses(host, port):
            try:
                return await self._connect(address, port, host if scheme == "https" else "")
            except Trouble as met:
                trouble = met
        raise trouble

    async def _connect(self, address: str, port: int, name: str) -> Line:
        """Connect to `address`; with TLS for `name` unless that is empty."""
        loop = asyncio.get_running_loop()
        tls = self._tls_context() if name else None
        try:
            async with asyncio.timeout(self._options.connect_seconds):
                _, socket = await loop.create_connection(Socket, address, port, ssl=tls, server_hostname=name or None)
        except TimeoutError:
            raise Trouble("timeout", f"no connection to {address} in {self._options.connect_seconds:g} s") from None
        except ssl.SSLError as cause:
            raise Trouble("tls", f"{name}: {cause}") from None
        except (OSError, ValueError) as cause:
            raise Trouble("refused", f"{address} port {port}: {cause}") from None
        return Line(socket, self._options)

    def _tls_context(self) -> ssl.SSLContext:
        if self._tls is None:
            self._tls = httpx2.create_ssl_context()
        return self._tls


def _text(value: bytes) -> str:
    try:
        return value.decode()
    except UnicodeDecodeError:
        return value.decode("latin-1")


class Stream:
    """A reply's body as it comes off the wire, still compressed."""

    def __init__(self, line: Line, give_back: Callable[[Line], None]) -> None:
        self._line = line
        self._give_back = give_back
        self._open = True

    async def __aiter__(self) -> AsyncIterator[bytes]:
        while piece := await self._line.piece():
            yield piece

    def close(self) -> None:
        """The connection goes back to be used again if all was read, else it is closed."""
        if self._open:
            self._open = False
            self._give_back(self._line)
