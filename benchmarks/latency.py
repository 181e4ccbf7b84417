"""From a new entry to its alert. `python -m benchmarks.latency --json`.

One feed of the farm lists a new entry; the clock runs from the moment it is asked until the webhook has taken the alert: the
poll, the story of 100 KB fetched and read, the decision recorded, the message composed and sent.

The bare reference takes turns with it in the same run: httpx2 fetches the feed, fastfeedparser reads it, the page is fetched and
given to trafilatura, one row is committed to SQLite and one POST sent. It follows one feed, trusts every document, decides nothing.
"""

from __future__ import annotations

import asyncio
import json
import sqlite3
import statistics
import tempfile
import time
from pathlib import Path
from urllib.parse import urljoin

import fastfeedparser
import httpx2
import trafilatura

from benchmarks.farm import FEEDS, Farm, farm
from benchmarks.polling import Ours, settle_in
from monitor import pipeline
from monitor.model.source import Feed
from monitor.ports import World
from monitor.wiring import Installation

ENTRIES = 30


class Bare:
    """The same way with the bare libraries, in one process."""

    def __init__(self, there: Farm, folder: Path) -> None:
        self._there = there
        self._store = sqlite3.connect(folder / "bare.db")
        self._store.executescript(
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE told (url, title, text)"
        )
        self._client = httpx2.AsyncClient(trust_env=False)

    async def tell(self, number: int) -> None:
        """From the feed to the alert."""
        url = self._there.feed(number)
        newest = fastfeedparser.parse((await self._client.get(url)).content).entries[0]
        page = await self._client.get(urljoin(url, newest.link))
        text = trafilatura.extract(page.text, fast=True)
        with self._store:
            self._store.execute("INSERT INTO told VALUES (?, ?, ?)", (newest.link, newest.title, text))
        await self._client.post(urljoin(url, "/hook"), json={"title": newest.title, "text": text})

    async def close(self) -> None:
        await self._client.aclose()
        self._store.close()


async def delays(there: Farm, ours: Ours, bare: Bare) -> tuple[list[float], list[float]]:
    """Seconds from asking a feed with news to its alert, one after another: ours, and the bare libraries' own."""
    world = ours.installation.world
    feeds = sorted(world.feeds.values(), key=lambda feed: int(feed.url.rsplit("/", 1)[1]))
    await pipeline.sweep(world, feeds)
    found, beside = list[float](), list[float]()
    for number in range(ENTRIES):
        there.turn(news=1)
        at = number * (FEEDS // 50 + 1) % FEEDS
        begun = time.time()
        await told(world, feeds[at])
        found += [arrived - begun for arrived in there.hooks()[:1]]
        begun = time.time()
        await bare.tell(at)
        beside += [arrived - begun for arrived in there.hooks()[1:2]]
    return found, beside


async def told(world: World, feed: Feed) -> None:
    """Ask one feed and deliver as soon as there is news."""
    told: list[asyncio.Task[object]] = []
    await pipeline.sweep(world, [feed], lambda: told.append(asyncio.create_task(pipeline.deliver(world))))
    await asyncio.gather(*told)


async def measured(there: Farm, folder: Path) -> dict[str, float]:
    """Milliseconds."""
    ours = Ours(Installation(settle_in(folder, there, "latency"), {"MONITOR_NOW": "2017-01-24T12:00:00Z"}))
    bare = Bare(there, folder)
    try:
        await ours.ready()
        found, beside = await delays(there, ours, bare)
        figures = {"alerts": float(len(found))} | _figures("", found[1:]) | _figures("bare_", beside[1:])
        return figures | {"ratio": round(figures["p50_ms"] / figures["bare_p50_ms"], 2)}
    finally:
        await bare.close()
        await ours.installation.close()


def _figures(name: str, seconds: list[float]) -> dict[str, float]:
    """p50 and p95 in milliseconds."""
    found = sorted(seconds)
    p95 = found[int(len(found) * 0.95)]
    return {f"{name}p50_ms": round(statistics.median(found) * 1000, 1), f"{name}p95_ms": round(p95 * 1000, 1)}


def measure() -> dict[str, float]:
    """One new entry to its alert."""
    with farm() as there, tempfile.TemporaryDirectory(prefix="monitor-latency-") as folder:
        return asyncio.run(measured(there, Path(folder)))


def main() -> None:
    """Print the figures."""
    print(json.dumps(measure()))


if __name__ == "__main__":
    main()
