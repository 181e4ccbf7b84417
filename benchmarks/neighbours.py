"""From a new entry to its alert while 50 other feeds hang, drip or serve hostile documents. `python -m benchmarks.neighbours`.

Beside the quiet latency of the same run. The neighbours live on 50 hosts of their own and are asked again all the time: a third
never answers, a third sends a byte at a time, a third serves a document made to keep a parser busy.
"""

from __future__ import annotations

import asyncio
import json
import statistics
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from benchmarks.farm import FEEDS, Farm, farm
from benchmarks.latency import told
from benchmarks.polling import Ours, settle_in
from monitor.model.source import Feed
from monitor.ports import World
from monitor.wiring import Installation

NEIGHBOURS, ENTRIES, WARM_UP, GIVEN_UP = 50, 15, 2.0, 30.0
OK = b"HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\n"
ITEM = b"<item><title>%s</title><link>/1</link><author>%s</author><description>%s</description></item>"
HOSTILE = b"<rss version='2.0'><channel><title>x</title>%s</channel></rss>" % (
    ITEM % (b"t" * 900, b"a@a." * 8_000, b"&lt;p style='" + b"url(" * 20_000) * 8
)


async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """One bad neighbour: what it does stands in the path."""
    with suppress(ConnectionError, asyncio.CancelledError, asyncio.IncompleteReadError):
        head = await reader.readuntil(b"\r\n\r\n")
        if b"/hang" in head:
            await asyncio.sleep(600)
        elif b"/drip" in head:
            writer.write(OK + b"Content-Length: 100000\r\n\r\n")
            for _ in range(6000):
                writer.write(b"<")
                await asyncio.sleep(0.1)
        else:
            writer.write(OK + b"Content-Length: %d\r\n\r\n" % len(HOSTILE) + HOSTILE)
    writer.close()


def neighbours(port: int) -> list[Feed]:
    """50 feeds on 50 hosts."""
    kinds = ("hang", "drip", "hostile")
    urls = [f"http://127.0.1.{n + 1}:{port}/{kinds[n % 3]}" for n in range(NEIGHBOURS)]
    return [Feed(f"bad/{n}", "bad", f"Bad {n}", url, 60) for n, url in enumerate(urls)]


async def trouble(world: World, feeds: list[Feed]) -> None:
    """Each neighbour asked again as soon as it is done with."""

    async def one(feed: Feed) -> None:
        while True:
            await told(world, feed)
            await asyncio.sleep(0.5)

    await asyncio.gather(*map(one, feeds))


async def delays(there: Farm, world: World, first: int) -> list[float]:
    """Milliseconds from asking a feed with news to its alert, one after another."""
    feeds = sorted(world.feeds.values(), key=lambda feed: int(feed.url.rsplit("/", 1)[1]))
    found = []
    for number in range(first, first + ENTRIES):
        there.turn(news=1)
        begun = time.time()
        await told(world, feeds[number * (FEEDS // 50 + 1) % FEEDS])
        # A neighbour's sweep may have taken the visit over: then the alert is on its way elsewhere.
        while not (hooks := await asyncio.to_thread(there.hooks)) and time.time() - begun < GIVEN_UP:  # noqa: ASYNC110 - in another thread
            await asyncio.sleep(0.01)
        found.append(((hooks or [begun + GIVEN_UP])[0] - begun) * 1000)
    return found


async def measured(there: Farm, folder: Path) -> dict[str, float]:
    """Milliseconds, quiet and with bad neighbours, and the ratio."""
    ours = Ours(Installation(settle_in(folder, there, "neighbours"), {"MONITOR_NOW": "2017-01-24T12:00:00Z"}))
    server = await asyncio.start_server(serve, "0.0.0.0", 0, backlog=512)
    try:
        await ours.ready()
        await ours.poll()
        world = ours.installation.world
        quiet = await delays(there, world, 0)
        bad = asyncio.create_task(trouble(world, neighbours(server.sockets[0].getsockname()[1])))
        await asyncio.sleep(WARM_UP)
        beside = await delays(there, world, ENTRIES)
        bad.cancel()
        await asyncio.gather(bad, return_exceptions=True)
    finally:
        server.close()
        await ours.installation.close()
    return {
        "alerts": len(quiet) + len(beside),
        "quiet_ms": round(statistics.median(quiet[1:]), 1),
        "beside_ms": round(statistics.median(beside), 1),
        "slowest_ms": round(max(beside), 1),
        "ratio": round(statistics.median(beside) / statistics.median(quiet[1:]), 2),
    }


def measure() -> dict[str, float]:
    """Quiet, and with bad neighbours."""
    with farm() as there, tempfile.TemporaryDirectory(prefix="monitor-neighbours-") as folder:
        return asyncio.run(measured(there, Path(folder)))


def main() -> None:
    """Print the figures."""
    print(json.dumps(measure()))


if __name__ == "__main__":
    main()
