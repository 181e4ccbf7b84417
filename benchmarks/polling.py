"""Seconds to poll the farm: first, nothing new, 5 % new, 5 % new with 50 stories read and 50 alerts out; beside a bare loop.

`python -m benchmarks.polling --json`. The bare loop is httpx2, fastfeedparser and one SQLite transaction: no politeness, no
guards, no durability. Medians of RUNS; start-up taken out.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

import fastfeedparser
import httpx2

from benchmarks.farm import FEEDS, HOSTS, Farm, farm
from monitor import pipeline, steps
from monitor.wiring import Installation

RUNS, AT_ONCE, NEW = 5, 32, FEEDS // 20
Times = dict[str, list[float]]
EACH = "ours.alerts.each"
"""The arrival of every single alert of all runs: what a median of runs would hide shows in their p95."""


def settle_in(folder: Path, there: Farm, name: str, every: str = "15m") -> Path:
    """A config folder that follows the whole farm: a source for each host."""
    config = folder / name
    (config / "sources").mkdir(parents=True)
    for host in range(HOSTS):
        feeds = "".join(
            f'[[feeds]]\nname = "Feed {n}"\nurl = "{there.feed(n)}"\nevery = "{every}"\n'
            for n in range(host, FEEDS, HOSTS)
        )
        (config / "sources" / f"host{host}.toml").write_text(f'name = "Host {host}"\nkind = "press"\n{feeds}')
    hook = f"http://127.0.0.1:{there.port}/hook"
    (config / "watchlist.toml").write_text(
        '[[rules]]\nname = "All"\nauthorities = "all"\ngrades = ["inadequate"]\nareas = "any"\nnotify = ["desk"]\n'
        f'[channels.desk]\ntype = "webhook"\nurl = "{hook}"\n'
    )
    (config / "monitor.toml").write_text(
        f'database = "sqlite:///{folder}/{name}.db"\n[http]\nallow_private_addresses = true\nrobots = false\n'
        '[dashboard]\nbind = ""\n'
    )
    return config


@dataclass
class Ours:
    """The monitor on a fresh ledger."""

    installation: Installation

    async def ready(self) -> None:
        """Start-up: worker processes up, what the service warms up at its start."""
        await steps.warm(self.installation.world)
        bench = self.installation.world.bench
        while len(bench.pids) < 2:  # type: ignore[attr-defined]  # noqa: ASYNC110 - other processes
            await asyncio.sleep(0.05)

    async def poll(self) -> None:
        """Ask every feed once, and tell what is new."""
        world = self.installation.world
        told: list[asyncio.Task[object]] = []
        await pipeline.sweep(
            world, list(world.feeds.values()), lambda: told.append(asyncio.create_task(pipeline.deliver(world)))
        )
        await asyncio.gather(*told)


class Bare:
    """The bare loop, with what it remembers."""

    def __init__(self, there: Farm, folder: Path) -> None:
        self._urls = [there.feed(n) for n in range(FEEDS)]
        self._etags: dict[str, str] = {}
        self._store = sqlite3.connect(folder / f"bare-{time.monotonic_ns()}.db")
        self._store.execute("CREATE TABLE entries (url TEXT PRIMARY KEY, title TEXT)")
        limits = httpx2.Limits(max_connections=100, max_keepalive_connections=100)
        self._client = httpx2.AsyncClient(limits=limits, trust_env=False)

    async def poll(self) -> None:
        """Ask every feed once; keep the entries."""
        waiting, rows = iter(self._urls), list[tuple[str, str]]()

        async def work() -> None:
            for url in waiting:
                etag = self._etags.get(url)
                reply = await self._client.get(url, headers={"If-None-Match": etag} if etag else {})
                if reply.status_code == 200:
                    self._etags[url] = reply.headers["etag"]
                    rows.extend((f"{url}{one.link}", one.title) for one in fastfeedparser.parse(reply.content).entries)

        await asyncio.gather(*(work() for _ in range(AT_ONCE)))
        with self._store:
            self._store.executemany("INSERT OR IGNORE INTO entries VALUES (?, ?)", rows)

    async def close(self) -> None:
        await self._client.aclose()
        self._store.close()


async def seconds(poll: Callable[[], Awaitable[None]]) -> float:
    """How long it takes."""
    begun = time.perf_counter()
    await poll()
    return time.perf_counter() - begun


async def round_of(there: Farm, poll: Callable[[], Awaitable[None]], times: Times, name: str) -> None:
    """One first poll, one with nothing new, one with 5 % new, into `times`."""
    times.setdefault(f"{name}.first", []).append(await seconds(poll))
    times.setdefault(f"{name}.nothing", []).append(await seconds(poll))
    there.turn(plain=NEW)
    times.setdefault(f"{name}.new", []).append(await seconds(poll))


async def burst(there: Farm, ours: Ours, times: Times) -> None:
    """50 stories in 50 feeds: until the last alert has arrived."""
    there.turn(news=NEW)
    begun = time.time()
    times.setdefault("ours.alerts.poll", []).append(await seconds(ours.poll))
    hooks = there.hooks()
    times.setdefault("ours.alerts.arrived", []).append(float(len(hooks)))
    times.setdefault(EACH, []).extend(arrived - begun for arrived in hooks)
    if hooks:
        times.setdefault("ours.alerts", []).append(max(hooks) - begun)


async def one_run(there: Farm, folder: Path, number: int, times: Times) -> None:
    """Both in turn, so that a busy machine is busy for both."""
    there.begin()
    bare = Bare(there, folder)
    await round_of(there, bare.poll, times, "bare")
    await bare.close()
    there.begin()
    ours = Ours(Installation(settle_in(folder, there, f"run{number}"), {"MONITOR_NOW": "2017-01-24T12:00:00Z"}))
    try:
        await ours.ready()
        await round_of(there, ours.poll, times, "ours")
        await burst(there, ours, times)
    finally:
        await ours.installation.close()


def measure(runs: int = RUNS) -> dict[str, float]:
    """Medians in seconds by name, the p95 of all single alerts, and the ratios to the bare loop of the same run."""
    times: Times = {}
    with farm() as there, tempfile.TemporaryDirectory(prefix="monitor-farm-") as name:
        for number in range(runs):
            asyncio.run(one_run(there, Path(name), number, times))
    each = sorted(times.pop(EACH))
    found = {name: round(statistics.median(some), 3) for name, some in times.items()}
    if each:
        found |= {
            "ours.alerts.p50": round(statistics.median(each), 3),
            "ours.alerts.p95": round(each[int(len(each) * 0.95)], 3),
            "ours.alerts.slowest": round(each[-1], 3),
        }
    ratios = {
        f"ratio.{what}": round(found[f"ours.{what}"] / found[f"bare.{what}"], 2) for what in ("first", "nothing", "new")
    }
    return found | ratios


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=RUNS)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    found = measure(asked.runs)
    print(json.dumps(found) if asked.json else json.dumps(found, indent=2))


if __name__ == "__main__":
    main()
