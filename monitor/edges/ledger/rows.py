"""What the ledger shows to people: frozen rows for lists, pages and the API. Lists run newest first, page by number."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from monitor.model.alert import Alert
from monitor.model.delivery import DeliveryRecord
from monitor.model.judgement import Doubt, Reading, Resolution
from monitor.model.page import Article
from monitor.model.source import FeedState, Problem


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which rows of a list, and which page of it: `before` 0 begins at the newest, else it is the last number seen.

    Empty fields ask for nothing. `text` is looked for in titles, letter case apart. Not every list knows every field.
    """

    limit: int = 50
    before: int = 0
    authority: str = ""
    source: str = ""
    feed: str = ""
    kind: str = ""
    outcome: str = ""
    text: str = ""
    thread: str = ""
    since: datetime | None = None


EVERYTHING = Wanted()


@dataclass(frozen=True, slots=True)
class AlertRow:
    """An Alert as recorded, with the answer people gave."""

    number: int
    alert: Alert
    article: int | None
    acknowledged: datetime | None = None
    acknowledged_by: str = ""
    snoozed_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class EntryRow:
    """An Entry as listed and what became of it: `outcome` "" while it waits; `article` the number of what was read."""

    number: int
    source: str
    feed: str
    url: str
    title: str
    published: datetime | None
    first_seen: datetime
    attempts: int
    due: datetime | None
    outcome: str
    why: str
    article: int | None


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An Article in a list."""

    number: int
    source: str
    url: str
    title: str
    outlet: str
    published: datetime | None
    recorded: datetime
    kind: str
    relevant: bool
    wall: str
    why: str
    authorities: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleTrail:
    """An Article with all that came of it. `article.text` is "" once its time is over, unless it supports a judgement."""

    row: ArticleRow
    article: Article
    reading: Reading | None
    resolutions: tuple[Resolution, ...]
    entries: tuple[EntryRow, ...]
    alerts: tuple[AlertRow, ...]
    deliveries: tuple[DeliveryRecord, ...]


@dataclass(frozen=True, slots=True)
class ProblemRow:
    """A Problem with its life: `recovered` is None while it lasts; `feed` "" for one of a page."""

    number: int
    feed: str
    problem: Problem
    first_seen: datetime
    last_seen: datetime
    times: int
    recovered: datetime | None


@dataclass(frozen=True, slots=True)
class FeedRow:
    """A Feed as last polled; `problems` are its open ones."""

    key: str
    source: str
    name: str
    url: str
    every: int
    state: FeedState
    problems: tuple[ProblemRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Gap:
    """A time in which a feed went unread longer than wanted: `until` None while it lasts."""

    since: datetime
    until: datetime | None
    failures: int
    why: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """How well a Feed was read since a moment: what a certificate needs. `last_read` None: never; `longest_unread` in seconds."""

    feed: str
    source: str
    name: str
    url: str
    every: int
    last_read: datetime | None
    last_polled: datetime | None
    failures: int
    last_problem: str
    gone: datetime | None
    gaps: tuple[Gap, ...]
    longest_unread: float


@dataclass(frozen=True, slots=True)
class DoubtRow:
    """A Doubt for the operator, open until somebody answered it."""

    number: int
    doubt: Doubt
    recorded: datetime
    closed: datetime | None
    answer: str


@dataclass(frozen=True, slots=True)
class AuditRow:
    """Who did what by hand, to what."""

    number: int
    at: datetime
    who: str
    what: str
    subject: str
    detail: str
