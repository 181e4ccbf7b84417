"""Pages: how long each takes with many articles on record, and whether any of many strange requests makes one fail.

    python -m benchmarks.pages --articles 100000 --requests 10000 --json

`pages` is milliseconds for each page, the median of `--times` calls over loopback HTTP after one to warm up; `slowest` the
worst of them; `failures` the strange requests answered with an error of ours (5xx).
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import httpx2

from monitor.model.judgement import Kind, Reading
from monitor.model.page import Article
from monitor.model.source import Entry, FeedState, Poll
from monitor.model.trail import Trail
from monitor.wiring import Installation
from tests.dashboard.conftest import Served, serving
from tests.dashboard.seeded import NOON, fill, installed
from tests.dashboard.strangers import strange

PAGES = (
    "/", "/map", "/map?on=2015-05-05", "/authorities", "/authorities/worcestershire", "/authorities/kent", "/articles",
    "/articles?only=all", "/articles?q=council&only=all", "/articles?authority=kent", "/articles/1", "/articles/50000",
    "/read", "/watchlist", "/watchlist?years=10", "/sources", "/sources/paper", "/deliveries", "/coverage", "/audit",
    "/api/v1/judgements", "/api/v1/alerts", "/api/v1/articles?limit=50", "/api/v1/authorities", "/api/v1/sources",
    "/api/v1/deliveries", "/feeds/judgements.atom", "/feeds/alerts.atom", "/feeds/windows.ics", "/metrics",
)  # fmt: skip
BATCH = 2_000
MEMORY = Path("/dev/shm")
"""Filling commits 100,000 times; pages only read, and what they read is in memory anyway."""
PARAGRAPH = "The council met on Tuesday to hear how its services fared, and what had been asked of it. " * 6


def filled(installation: Installation, count: int) -> None:
    """`count` articles on record through the ledger's own doors; each tenth names an authority."""
    feed = next(iter(installation.world.feeds.values()))
    names = [one.name for one in installation.world.reference.authorities if one.nation == "England"]
    for start in range(0, count, BATCH):
        listed = tuple(_entry(number) for number in range(start, min(start + BATCH, count)))
        state = FeedState(feed.key, polled=NOON, read=NOON, url=feed.url)
        new = installation.ledger.record_polls([Poll(feed, state, listed, (), "read", NOON)])
        for entry in new:
            _record(installation, entry, names[entry.number % len(names)])


def _entry(number: int) -> Entry:
    url = f"https://paper.example/story-{number}"
    return Entry(url, "paper/midlands", "paper", url, f"Council story {number}", published=NOON - timedelta(hours=1))


def _record(installation: Installation, entry: Entry, name: str) -> None:
    article = Article(entry.url, entry.url, entry.title, PARAGRAPH, outlet="The Paper", published=entry.published)
    own = (name,) if entry.number % 10 == 0 else ()
    reading = Reading(bool(own), Kind.UNRELATED, "made up", authorities=own)
    installation.ledger.record(entry, own, lambda _: Trail(entry, "read", "made up", article, reading), NOON)


def timed(served: Served, times: int) -> Iterator[tuple[str, float]]:
    """Each page with its median, in milliseconds."""
    for path in PAGES:
        answer = served.client.get(path)
        assert answer.status_code in (200, 404), f"{path}: {answer.status_code}"
        taken = []
        for _ in range(times):
            began = time.perf_counter()
            served.client.get(path)
            taken.append((time.perf_counter() - began) * 1000)
        yield path, statistics.median(taken)


def failures(served: Served, requests: int) -> list[str]:
    """The strange requests that made a page fail."""
    token = served.token()
    found = []
    for seed in range(requests):
        asked = strange(seed)
        body = {**asked.fields, "token": token} if asked.method in ("POST", "PUT", "PATCH") else None
        try:
            answer = served.client.request(asked.method, asked.path, data=body, follow_redirects=False)
        except httpx2.HTTPError as cause:
            found.append(f"{seed}: {asked.method} {asked.path}: {cause!r}")
            continue
        if answer.status_code >= 500:
            found.append(f"{seed}: {asked.method} {asked.path}: {answer.status_code}")
    return found


def main() -> int:
    """Measure, print; 1 when a page is too slow or fails."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--articles", type=int, default=100_000)
    options.add_argument("--requests", type=int, default=10_000)
    options.add_argument("--times", type=int, default=7)
    options.add_argument("--json", action="store_true")
    asked = options.parse_args()
    with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as folder:
        installation = installed(Path(folder))
        fill(installation)
        filled(installation, asked.articles)
        with serving(installation) as served:
            pages = dict(timed(served, asked.times))
            failed = failures(served, asked.requests)
    slowest = max(pages, key=lambda path: pages[path])
    said = {
        "articles": asked.articles,
        "pages": {path: round(taken, 1) for path, taken in pages.items()},
        "slowest": [slowest, round(pages[slowest], 1)],
        "requests": asked.requests,
        "failures": failed[:50],
    }
    print(json.dumps(said, indent=None if asked.json else 2))
    return 1 if failed or pages[slowest] > 100 else 0


if __name__ == "__main__":
    sys.exit(main())
