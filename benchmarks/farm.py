"""A farm of 1,000 feeds on 50 hosts (127.0.0.1 to .50), 35 entries each, with stories of 100 KB and a receiver for alerts.

It runs in a process of its own (`python -m benchmarks.farm` prints its port) and speaks just enough HTTP. Conditional
requests get 304. POST /turn?plain=50 gives 50 feeds a new entry nobody wants; POST /turn?news=50 one that leads to an alert.
"""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import parse_qs, urlsplit

from benchmarks.councils import COUNCILS

FEEDS, HOSTS, ENTRIES = 1000, 50, 35
DAY = "Tue, 24 Jan 2017 {:02d}:{:02d}:00 GMT"
PLAIN = "Traders return to their stalls in the spring, the builders say, and the clock above the door will run again. "
FILLER = "The council said that work had begun in the spring and that families would be told what changes for them. "


@dataclass
class Field:
    """What the farm serves at this moment: how often each feed has had a new entry, and of which sort the last one was."""

    turns: list[int]
    news: set[tuple[int, int]]
    hooks: list[float]
    base: int = 0
    served: int = 0

    def turn(self, plain: int, news: int) -> None:
        """Give the next feeds in turn a new entry."""
        for n in range(plain + news):
            feed = (self.base * (FEEDS // 50 + 1) + n * (FEEDS // 50)) % FEEDS
            self.turns[feed] += 1
            if n < news:
                self.news.add((feed, self.turns[feed]))
        self.base += 1

    def begin(self) -> None:
        """As on the first day; the documents are written beforehand, so that nobody waits for them."""
        self.turns, self.base, self.served = [0] * FEEDS, 0, 0
        self.news.clear()
        self.hooks.clear()
        document.cache_clear()
        for feed in range(FEEDS):
            document(feed, 0)


FIELD = Field([0] * FEEDS, set(), [])


def item(feed: int, number: int) -> str:
    """An entry of a feed; the highest number is the newest."""
    if (feed, number) in FIELD.news:
        title = f"{council(feed, number)} children's services judged inadequate"
        told = "Ofsted finds failures in the care for children."
    else:
        title, told = f"Market hall {number} to reopen in ward {feed}", f"{PLAIN}{feed}.{number}"
    return (
        f"<item><title><![CDATA[{title}]]></title><link>/story/{feed}/{number}</link><guid>/story/{feed}/{number}</guid>"
        f"<description><![CDATA[{told}]]></description><pubDate>{DAY.format(8 + number % 3, number % 60)}</pubDate></item>"
    )


def council(feed: int, number: int) -> str:
    """Whom the news of this feed is about."""
    return COUNCILS[(feed // (FEEDS // 50) + number) % len(COUNCILS)]


@lru_cache(maxsize=2 * FEEDS)
def document(feed: int, turn: int) -> bytes:
    """The feed after so many turns."""
    items = "".join(item(feed, number) for number in range(turn + ENTRIES - 1, turn - 1, -1) if number >= 0)
    head = f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Feed {feed}</title><link>/</link>'
    return f"{head}{items}</channel></rss>".encode()


def story(feed: int, number: int) -> bytes:
    """A page of 100 KB about a judgement."""
    name = council(feed, number)
    told = (
        f"<p>{name}'s services for children have been rated inadequate by Ofsted in a report published this morning.</p>"
        f"<p>Inspectors were with the council from 24 October to 17 November last year.</p><p>{FILLER * 4}</p>"
    )
    script = (
        "<script>" + "window.x = {a: 1, b: '<div>'};" * 1600 + "</script><style>" + ".a{color:red}" * 1200 + "</style>"
    )
    links = "".join(f'<li><a href="/story/0/{n}"><span>Another story, number {n}</span></a></li>' for n in range(420))
    title = f"{name} children's services judged inadequate"
    return (
        f"<!doctype html><html><head><meta charset='utf-8'><title>{title}</title>{script}</head><body><nav><ul>{links}</ul></nav>"
        f"<main><article><h1>{title}</h1>{told}</article></main></body></html>"
    ).encode()


class Farmer(asyncio.Protocol):
    """One connection."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport, self._asked = transport, b""

    def data_received(self, arrived: bytes) -> None:
        self._asked += arrived
        while b"\r\n\r\n" in self._asked:
            head, _, rest = self._asked.partition(b"\r\n\r\n")
            size = next(
                (int(line[15:]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")), 0
            )
            if len(rest) < size:
                return
            self._asked = rest[size:]
            self._transport.write(answer(head))


def answer(head: bytes) -> bytes:
    """The reply to one request."""
    path = head.split(b" ", 2)[1].decode()
    if path.startswith("/feed/"):
        feed = int(path[6:])
        FIELD.served += 1
        etag = f'"{feed}-{FIELD.turns[feed]}"'.encode()
        if etag in head:
            return b"HTTP/1.1 304 Not Modified\r\nETag: " + etag + b"\r\n\r\n"
        return _whole(document(feed, FIELD.turns[feed]), b"application/rss+xml", b"ETag: " + etag + b"\r\n")
    if path.startswith("/story/"):
        _, _, feed_name, number = path.split("/")
        return _whole(story(int(feed_name), int(number)), b"text/html; charset=utf-8")
    if path == "/hooks":
        return _whole(json.dumps(FIELD.hooks).encode(), b"application/json")
    if path.startswith("/hook"):
        FIELD.hooks.append(time.time())
        return _whole(b"{}", b"application/json")
    if path == "/served":
        return _whole(str(FIELD.served).encode(), b"application/json")
    if path == "/begin":
        FIELD.begin()
        return _whole(b"{}", b"application/json")
    if path.startswith("/turn"):
        asked = parse_qs(urlsplit(path).query)
        FIELD.turn(*(int(asked.get(name, ["0"])[0]) for name in ("plain", "news")))
        FIELD.hooks.clear()
        return _whole(b"{}", b"application/json")
    return b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"


def _whole(body: bytes, kind: bytes, more: bytes = b"") -> bytes:
    return b"HTTP/1.1 200 OK\r\nContent-Type: %s\r\n%sContent-Length: %d\r\n\r\n%s" % (kind, more, len(body), body)


async def serve() -> None:
    """Print the port, then answer for ever."""
    FIELD.begin()
    server = await asyncio.get_running_loop().create_server(Farmer, "0.0.0.0", 0, backlog=2048)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


@dataclass(frozen=True)
class Farm:
    """The farm as those see it who ask it."""

    port: int

    def feed(self, number: int) -> str:
        """A feed's address."""
        return f"http://127.0.0.{number % HOSTS + 1}:{self.port}/feed/{number}"

    def begin(self) -> None:
        """As on the first day."""
        self._ask("/begin")

    def served(self) -> int:
        """How often a feed was asked."""
        return int(self._ask("/served"))

    def turn(self, plain: int = 0, news: int = 0) -> None:
        """Give feeds a new entry."""
        self._ask(f"/turn?plain={plain}&news={news}")

    def hooks(self) -> list[float]:
        """When alerts arrived since the last turn, in seconds since 1970."""
        arrived: list[float] = json.loads(self._ask("/hooks"))
        return arrived

    def _ask(self, path: str) -> bytes:
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=10) as reply:
            body: bytes = reply.read()
            return body


@contextmanager
def farm() -> Iterator[Farm]:
    """The farm in a process of its own while the block runs."""
    command = [sys.executable, "-m", "benchmarks.farm"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout
            yield Farm(int(process.stdout.readline()))
        finally:
            process.kill()


if __name__ == "__main__":
    asyncio.run(serve())
