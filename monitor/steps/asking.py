"""Asking a feed: what it answers, what that means, what it lists, and whose time has come."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from operator import attrgetter
from types import ModuleType

from monitor.model.page import Page, Request
from monitor.model.source import Answer, Entry, Feed, FeedState, Listing, Poll, Problem
from monitor.ports import World
from monitor.shelf import volumes
from monitor.stages import fetch, poll

VOLUME = ("feeds", "listing", "read_report", "reading", "article", "problems_of")
"""What every register volume offers."""
TICK = timedelta(seconds=0.5)
"""Half the beat of the engines: a feed due before the next beat is asked at this one."""
START_SPREAD = 30.0
"""Seconds over which the first polls after a start are spread."""
FIELDS, SKIP = attrgetter(*Entry.__slots__), Entry.__slots__.index("skip")


def due(world: World, known: Mapping[str, datetime | None], started: datetime) -> list[Feed]:
    """The feeds whose time has come, the longest due first; those never asked each at a moment of its own after `started`.

    `known` is when each feed ever asked is due.
    """
    now = world.clock.now()
    times = [
        ((known[key] or now) if key in known else poll.first_due(feed, started, START_SPREAD), feed)
        for key, feed in world.feeds.items()
    ]
    return [feed for _, feed in sorted((pair for pair in times if pair[0] <= now + TICK), key=lambda pair: pair[0])]


def register_of(feed: Feed | None) -> ModuleType | None:
    """The register volume that reads this feed, or None for the press."""
    return volumes("monitor.registers", VOLUME)[feed.register] if feed and feed.register else None


async def answer_of(world: World, feed: Feed, state: FeedState, request: Request) -> tuple[Page, Answer]:
    """The reply to a poll, what it means, and what it lists when it brings anything new."""
    page = await world.web.get(request)
    meaning = fetch.meaning(page)
    audit = not (request.etag or request.last_modified)
    problem = fetch.problem(meaning, feed)
    if meaning.verdict != "fresh":
        wait = fetch.wait(meaning, state.failures + 1, feed.every, feed.key)
        return page, Answer(meaning.verdict, wait, problem, audit=audit)
    print_of_body = hashlib.blake2b(page.body, digest_size=16).hexdigest()
    if print_of_body == state.body_hash and not state.failures:
        return page, Answer("unchanged", body_hash=print_of_body, audit=audit)
    listing = await _listing(world, feed, page)
    if problem:
        listing = replace(listing, problems=(*listing.problems, problem))
    return page, Answer("fresh", body_hash=print_of_body, listing=listing, audit=audit)


async def _listing(world: World, feed: Feed, page: Page) -> Listing:
    """What a feed's body lists; a register's page is read by its own volume."""
    register = register_of(feed)
    if register is None:
        return await world.bench.listing(feed, page)
    listed: Listing = await asyncio.to_thread(register.listing, feed, page, world.reference, world.clock.now())
    return listed


def failed(feed: Feed, state: FeedState, fault: Exception, now: datetime) -> Poll:
    """A poll that failed by a fault of our own: told, and tried again like any failure."""
    problem = Problem(feed.source, feed.url, "fault", f"the monitor failed on this feed: {fault!r}"[:500])
    return poll.after(feed, state, Page(feed.url, 0), Answer("failed", 0.0, problem), now)


def sifted(polled: Poll, kind: str, now: datetime) -> Poll:
    """The poll with a reason on every entry that is not worth a visit."""
    if not polled.entries:
        return polled
    return replace(polled, entries=tuple(_sift(entry, kind, now) for entry in polled.entries))


def _sift(entry: Entry, kind: str, now: datetime) -> Entry:
    wanted = fetch.wanted(entry, kind, now)
    return entry if wanted.verdict else skipped(entry, wanted.reason)


def skipped(entry: Entry, why: str) -> Entry:
    """The entry with the reason why nobody visits it. Made field by field: `replace` takes five times as long, for most entries."""
    values = list(FIELDS(entry))
    values[SKIP] = why
    return Entry(*values)
