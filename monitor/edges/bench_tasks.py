"""What the bench's workers are asked to do, and how a Listing travels: as plain rows, which cost a third of its pickle."""

from __future__ import annotations

from dataclasses import fields
from operator import attrgetter
from typing import Any

from monitor.model.page import Article, Page
from monitor.model.source import Entry, Feed, Listing, Problem
from monitor.stages import extract, poll

MODULES = (
    __name__,
    *("monitor.stages.poll.fast", "monitor.stages.poll.judge"),
    *("monitor.stages.extract.facts", "monitor.stages.extract.prose", "trafilatura"),
)
"""What a worker loads beforehand. The service itself never does: parsers are a tenth of its memory."""
Rows = tuple[list[tuple[Any, ...]], tuple[Problem, ...], str, str, int | None]
_facts = attrgetter(*(field.name for field in fields(Entry)))


def listing(feed: Feed, page: Page) -> Rows:
    """`poll.listing`, its entries as rows in the order of Entry's fields."""
    listed = poll.listing(feed, page)
    return [_facts(entry) for entry in listed.entries], listed.problems, listed.reason, listed.title, listed.ttl


def unpacked(rows: Rows) -> Listing:
    """The Listing again."""
    entries, problems, reason, title, ttl = rows
    return Listing(tuple(Entry(*row) for row in entries), problems, reason, title, ttl)


def article(entry: Entry, page: Page) -> Article:
    """`extract.article`."""
    return extract.article(entry, page)
