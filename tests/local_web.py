"""A small web site on loopback that answers exactly as a test tells it to: well, slowly, cut short, or with malice.

    async with LocalSite({"/feed": Reply(FEED, etag='"1"'), "/old": redirect("/feed", 301)}) as site:
        page = await web.get(Request(site.url("/feed"), "feed"))
        assert site.requests[0].headers["user-agent"]

A route's value is a Reply, its bytes, a list of Replies (one after another, the last for ever) or a function of the
request. Routes may be changed while the site is up. Paths without a route answer 404; a path is looked up with its
query first, then without.
"""

from __future__ import annotations

import asyncio
import gzip
import socket
import ssl
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from types import TracebackType

import brotli

REASONS = {200: "OK", 301: "Moved Permanently", 302: "Found", 304: "Not Modified", 404: "Not Found", 410: "Gone"}


@dataclass(frozen=True)
class Seen:
    """One request as it arrived; header names in lower case, `at` in the loop's seconds."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes
    at: float


@dataclass(frozen=True)
class Reply:
    """What to answer. `wait` seconds pass before the first byte; then `piece` bytes at a time with `pause` seconds between.

    `etag`/`modified` make a conditional request get 304. `cut` sends only so many bytes of the body and hangs up. `raw`
    replaces everything that is sent; `hang_up` closes without a byte. `close` ends the connection after the reply.
    """

    body: bytes = b""
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    etag: str = ""
    modified: str = ""
    wait: float = 0.0
    piece: int = 0
    pause: float = 0.0
    cut: int | None = None
    raw: bytes = b""
    hang_up: bool = False
    close: bool = False
    chunked: bool = False


Answer = Reply | bytes | Sequence[Reply] | Callable[[Seen], Reply]


def redirect(to: str, status: int = 302) -> Reply:
    """A redirect to `to`, which is sent as it is."""
    return Reply(status=status, headers=(("Location", to),))


def gzipped(body: bytes, **more: object) -> Reply:
    """`body` compressed with gzip."""
    return Reply(gzip.compress(body, 9), headers=(("Content-Encoding", "gzip"),), **more)  # type: ignore[arg-type]


def brotlied(body: bytes, **more: object) -> Reply:
    """`body` compressed with brotli."""
    return Reply(brotli.compress(body, quality=5), headers=(("Content-Encoding", "br"),), **more)  # type: ignore[arg-type]


def bomb(encoding: str, size: int = 64 * 1024 * 1024) -> Reply:
    """Zeros, `size` bytes of them, in a body of some 65 KB ("gzip") or less ("br")."""
    return (gzipped if encoding == "gzip" else brotlied)(bytes(size))


def header_flood(count: int = 10_000) -> Reply:
    """A reply with `count` header lines."""
    lines = b"".join(b"X-Flood-%d: %s\r\n" % (n, b"f" * 60) for n in range(count))
    return Reply(raw=b"HTTP/1.1 200 OK\r\n" + lines + b"Content-Length: 2\r\n\r\nok")


def drip(body: bytes = b"x" * 100_000, pause: float = 0.05, piece: int = 1) -> Reply:
    """A reply that never ends in any useful time, yet never falls silent."""
    return Reply(body, piece=piece, pause=pause)


def shut_port() -> int:
    """A port on loopback where nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class LocalSite:
    """The site: an async context manager. `requests` holds all it saw; `most_at_once` the highest number under way together."""

    routes: dict[str, Answer] = field(default_factory=dict)
    host: str = "127.0.0.1"
    tls: ssl.SSLContext | None = None
    requests: list[Seen] = field(default_factory=list)
    most_at_once: int = 0
    connections: int = 0

    async def __aenter__(self) -> LocalSite:
        self._under_way = 0
        self._turns: dict[str, int] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._server = await asyncio.start_server(self._serve, self.host, 0, ssl=self.tls, backlog=1024)
        self.port = int(self._server.sockets[0].getsockname()[1])
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def url(self, path: str = "/", host: str = "") -> str:
        """The address of `path`; `host` another name for this site."""
        return f"{'https' if self.tls else 'http'}://{host or self.host}:{self.port}{path}"

    def paths(self) -> list[str]:
        """The paths asked for, in order."""
        return [seen.path for seen in self.requests]

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task
        self._tasks.add(task)
        self.connections += 1
        try:
            while (seen := await _request(reader)) and await self._answer(seen, writer):
                pass
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.LimitOverrunError, ssl.SSLError):
            pass
        except asyncio.CancelledError:
            pass  # the site is closing; asyncio's own callback would complain of a cancelled task
        finally:
            self._tasks.discard(task)
            writer.close()

    async def _answer(self, seen: Seen, writer: asyncio.StreamWriter) -> bool:
        """Answer one request; whether the connection stays open."""
        self.requests.append(seen)
        self._under_way += 1
        self.most_at_once = max(self.most_at_once, self._under_way)
        try:
            reply = self._choose(seen)
            await asyncio.sleep(reply.wait)
            if reply.hang_up:
                return False
            await _send(writer, _wire(reply, seen), reply)
        finally:
            self._under_way -= 1
        stays = not (reply.close or reply.raw or reply.cut is not None)
        return stays and seen.headers.get("connection", "").lower() != "close"

    def _choose(self, seen: Seen) -> Reply:
        key = seen.path if seen.path in self.routes else seen.path.partition("?")[0]
        answer = self.routes.get(key, Reply(b"not here", 404))
        if isinstance(answer, bytes):
            return Reply(answer)
        if isinstance(answer, Reply):
            return answer
        if callable(answer):
            return answer(seen)
        turn = self._turns.get(key, 0)
        self._turns[key] = turn + 1
        return answer[min(turn, len(answer) - 1)]


async def _request(reader: asyncio.StreamReader) -> Seen | None:
    """The next request of a connection, None when the other side has gone."""
    try:
        head = await reader.readuntil(b"\r\n\r\n")
    except asyncio.IncompleteReadError:
        return None
    first, *lines = head.decode("latin-1").rstrip("\r\n").split("\r\n")
    method, path, _ = first.split(" ", 2)
    headers = {name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    body = await reader.readexactly(int(headers.get("content-length", 0)))
    return Seen(method, path, headers, body, asyncio.get_running_loop().time())


def _wire(reply: Reply, seen: Seen) -> bytes:
    """The reply's bytes: status line, headers, body."""
    if reply.raw:
        return reply.raw
    fresh = not _known(reply, seen)
    body = reply.body if fresh else b""
    status = reply.status if fresh else 304
    lines = [f"HTTP/1.1 {status} {REASONS.get(status, 'Word')}"]
    lines += [f"{name}: {value}" for name, value in reply.headers]
    lines += [f"ETag: {reply.etag}"] if reply.etag else []
    lines += [f"Last-Modified: {reply.modified}"] if reply.modified else []
    lines += ["Connection: close"] if reply.close else []
    if reply.chunked and fresh:
        lines += ["Transfer-Encoding: chunked"]
        body = b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body) if body else b"0\r\n\r\n"
    elif fresh:
        lines += [f"Content-Length: {len(body)}"]
    body = body if reply.cut is None else body[: reply.cut]
    return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body


def _known(reply: Reply, seen: Seen) -> bool:
    if reply.etag and "if-none-match" in seen.headers:
        return seen.headers["if-none-match"] == reply.etag
    return bool(reply.modified) and seen.headers.get("if-modified-since") == reply.modified


async def _send(writer: asyncio.StreamWriter, wire: bytes, reply: Reply) -> None:
    """All at once, or the head at once and the rest in pieces."""
    if not reply.piece:
        writer.write(wire)
        return await writer.drain()
    head, gap, rest = wire.partition(b"\r\n\r\n") if b"\r\n\r\n" in wire else (b"", b"", wire)
    writer.write(head + gap)
    for start in range(0, len(rest), reply.piece):
        writer.write(rest[start : start + reply.piece])
        await writer.drain()
        await asyncio.sleep(reply.pause)
    return None
