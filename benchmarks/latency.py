"""From a new entry to its alert. `python -m benchmarks.latency --json`.

One feed of the farm lists a new entry; the clock runs from the moment it is asked until the webhook has taken the alert: the
poll, the story of 100 KB fetched and read, the decision recorded, the message composed and sent.
"""

from __future__ import annotations

import asyncio
import json
import statistics
import tempfile
import time
from pathlib import Path

from benchmarks.farm import FEEDS, Farm, farm
from benchmarks.polling import Ours, settle_in
from monitor import pipeline
from monitor.model.source import Feed
from monitor.ports import World
from monitor.wiring import Installation

ENTRIES = 30


async def delays(there: Farm, ours: Ours) -> list[float]:
    """Seconds from asking a feed with news to its alert, one after another."""
    world = ours.installation.world
    feeds = sorted(world.feeds.values(), key=lambda feed: int(feed.url.rsplit("/", 1)[1]))
    await pipeline.sweep(world, feeds)
    found = []
    for number in range(ENTRIES):
        there.turn(news=1)
        begun = time.time()
        await told(world, feeds[number * (FEEDS // 50 + 1) % FEEDS])
        found += [arrived - begun for arrived in there.hooks()[:1]]
    return found


async def told(world: World, feed: Feed) -> None:
    """Ask one feed and deliver as soon as there is news."""
    told: list[asyncio.Task[object]] = []
    await pipeline.sweep(world, [feed], lambda: told.append(asyncio.create_task(pipeline.deliver(world))))
    await asyncio.gather(*told)


async def measured(there: Farm, folder: Path) -> dict[str, float]:
    """Milliseconds."""
    ours = Ours(Installation(settle_in(folder, there, "latency"), {"MONITOR_NOW": "2017-01-24T12:00:00Z"}))
    try:
        await ours.ready()
        found = sorted(await delays(there, ours))[1:]
        return {
            "alerts": len(found) + 1,
            "p50_ms": round(statistics.median(found) * 1000, 1),
            "p95_ms": round(found[int(len(found) * 0.95)] * 1000, 1),
        }
    finally:
        await ours.installation.close()


def measure() -> dict[str, float]:
    """One new entry to its alert."""
    with farm() as there, tempfile.TemporaryDirectory(prefix="monitor-latency-") as folder:
        return asyncio.run(measured(there, Path(folder)))


def main() -> None:
    """Print the figures."""
    print(json.dumps(measure()))


if __name__ == "__main__":
    main()
