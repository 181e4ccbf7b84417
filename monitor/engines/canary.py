"""The canary: a planted entry that must come out of a test channel, through the real stages, a real ledger and a real file.

It lives beside the ledger, in a world of its own: a made-up feed held in memory, a database of its own on the same disk, and one
channel that appends to a file. No reader hears it, no list shows it; the certificate says whether it sang.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from email.utils import format_datetime
from functools import partial
from html import escape
from pathlib import Path
from types import MappingProxyType

from monitor import pipeline
from monitor.channels import file as channel
from monitor.channels._options import plan
from monitor.edges.ledger import open_ledger
from monitor.model.alert import Rule, WatchList
from monitor.model.coverage import Canary
from monitor.model.delivery import Delivery, Parcel
from monitor.model.page import Page, Request
from monitor.model.source import Feed, Source
from monitor.ports import Channel, World

PERCH = "canary"
COUNCIL = "Rutland"
"""A real council's name, so that the real gazetteer is used; the news is only ever seen by the canary's own ledger."""


class Planted:
    """A Web that holds one feed and one page and asks nobody."""

    def __init__(self, now: datetime) -> None:
        day = now.date().isoformat()
        self._page = f"https://canary.invalid/{day}/{now:%H%M%S}"
        title = f"{COUNCIL}'s children's services judged inadequate by Ofsted"
        lead = f"Children's services in {COUNCIL} have been rated inadequate in an Ofsted report published today."
        item = f"<item><title>{escape(title)}</title><link>{self._page}</link><pubDate>{format_datetime(now)}</pubDate></item>"
        self._feed = f'<rss version="2.0"><channel><title>canary</title>{item}</channel></rss>'.encode()
        self._told = (
            f"<html><head><title>{escape(title)}</title></head><body><article><h1>{escape(title)}</h1>"
            f"<p>{lead}</p><p>The inspectors found leaders, help and protection inadequate.</p></article></body></html>"
        ).encode()

    async def get(self, request: Request) -> Page:
        """The feed, or the planted page."""
        body = self._feed if request.purpose == "feed" else self._told
        return Page(request.url, 200, (("content-type", "text/html; charset=utf-8"),), body)

    async def close(self) -> None:
        """Nothing is held."""


async def sing(world: World, folder: Path, planted: datetime, seen: datetime | None) -> Canary:
    """Plant one entry and follow it to the end; `seen` is when one last came out. Never raises: a dead canary is the answer."""
    line = folder / "canary.jsonl"
    try:
        await _through(world, folder, planted, line)
        came_out = line.exists() and line.stat().st_size > 0
    except Exception:
        came_out = False
    return Canary(planted, world.clock.now() if came_out else seen)


async def _through(world: World, folder: Path, now: datetime, line: Path) -> None:
    _clear(folder, line)
    ledger = open_ledger(f"sqlite:///{folder / 'canary.db'}")
    try:
        cage = replace(_cage(world, now, line), ledger=ledger)
        await pipeline.sweep(cage, cage.feeds.values())
        await pipeline.deliver(cage)
    finally:
        ledger.close()


def _clear(folder: Path, line: Path) -> None:
    """Nothing of an earlier song is left: a write-ahead log of one cut short would be played into the new database."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in (line, *(folder / f"canary.db{tail}" for tail in ("", "-wal", "-shm"))):
        old.unlink(missing_ok=True)


def _cage(world: World, now: datetime, line: Path) -> World:
    """The world as it is, but for where news comes from and where it goes."""
    feed = Feed(f"{PERCH}/feed", PERCH, PERCH, "https://canary.invalid/feed", 3600)
    options = channel.Options.model_validate({"type": "file", "path": str(line)})
    way = Channel(PERCH, "file", plan(PERCH, options), partial(_composed, options), channel.judge)
    rule = Rule(PERCH, frozenset({COUNCIL}), ("inadequate",), (), (PERCH,))
    return replace(
        world,
        web=Planted(now),
        sources=(Source(PERCH, PERCH, "press", (feed,)),),
        watchlist=WatchList((rule,), (PERCH,)),
        channels=MappingProxyType({PERCH: way}),
    )


def _composed(options: channel.Options, delivery: Delivery) -> Parcel:
    return channel.compose(delivery, options)
