"""Ports: what the pipeline asks of the world. Edges implement them; tests use hand-made fakes.

The Ledger is synchronous (a call is a transaction of microseconds to milliseconds); the pipeline calls it through
`asyncio.to_thread`. Web, Post and Reader are async. None of them raises for trouble of the outside world: it comes back as a value.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from typing import Protocol, runtime_checkable
from urllib.parse import urlsplit

from monitor.model.alert import WatchList
from monitor.model.authority import Reference
from monitor.model.delivery import ChannelPlan, Delivery, DeliveryRecord, HttpParcel, Outcome, Parcel, Reply
from monitor.model.judgement import Inspection
from monitor.model.page import Article, Page, ReportText, Request
from monitor.model.source import Entry, Feed, FeedState, Listing, Poll, Source
from monitor.model.trail import Trail


class Clock(Protocol):
    """Tells the time; MONITOR_NOW fixes it."""

    def now(self) -> datetime:
        """The present, aware, UTC."""
        ...


class Web(Protocol):
    """Fetches addresses, with guards, caps and etiquette; never raises."""

    async def get(self, request: Request) -> Page:
        """The reply, or a Page whose `failure` says why there is none."""
        ...

    async def close(self) -> None:
        """Lets go of every connection."""
        ...


class Post(Protocol):
    """Sends Parcels by SMTP, HTTP, to a file or the terminal; never raises."""

    async def send(self, parcel: Parcel) -> Reply:
        """What came back."""
        ...

    async def close(self) -> None:
        """Lets go of every connection."""
        ...


Decide = Callable[[tuple[Inspection, ...]], Trail]
"""Given the inspections on record of the authorities concerned, the Trail to record. Pure; may be called again."""


class Ledger(Protocol):
    """The database: the truth about feeds, entries, judgements, alerts and deliveries."""

    def feed_states(self, keys: Collection[str] | None = None) -> dict[str, FeedState]:
        """The states of these feeds, or of every feed ever polled, by key."""
        ...

    def due_times(self) -> dict[str, datetime | None]:
        """When every feed ever polled is due, by key."""
        ...

    def record_polls(self, polls: Sequence[Poll]) -> tuple[Entry, ...]:
        """Keep states, problems and entries in one transaction; the entries never seen before, with their numbers.

        An entry whose `skip` says why is recorded as skipped and never offered for a visit."""
        ...

    def take_entries(self, now: datetime, limit: int, lease_seconds: int) -> tuple[Entry, ...]:
        """Entries that still wait for a visit, oldest first, leased so that no second process takes them."""
        ...

    def record(self, entry: Entry, authorities: Collection[str], decide: Decide, now: datetime) -> Trail:
        """In ONE transaction that excludes other deciders: read what is on record of `authorities`, ask `decide`,
        write article, reading, inspections, alerts and deliveries, and mark the entry visited. Returns what was written."""
        ...

    def postpone(self, trail: Trail, until: datetime) -> None:
        """The entry could not be read this time: remember why and offer it again at `until`."""
        ...

    def inspections(
        self, authorities: Collection[str] | None = None, before: datetime | None = None
    ) -> tuple[Inspection, ...]:
        """Inspections on record (shipped history included), of some or all authorities, oldest first."""
        ...

    def take_deliveries(self, now: datetime, limit: int, lease_seconds: int) -> tuple[Delivery, ...]:
        """Deliveries that are due, leased to this process; `attempt` already counts this try."""
        ...

    def settle(self, delivery: Delivery, outcome: Outcome, now: datetime, retry_at: datetime | None) -> None:
        """Write what became of a leased delivery: sent, refused, or waiting until `retry_at` (None with deferred: dead letter)."""
        ...

    def sent_since(self, since: datetime) -> dict[str, int]:
        """How many deliveries each channel sent since a moment."""
        ...

    def deliveries(self, state: str = "", limit: int = 200) -> tuple[DeliveryRecord, ...]:
        """Deliveries for people to look at, newest first; `state` "" for all."""
        ...


class Bench(Protocol):
    """Runs heavy pure functions where they can be killed (a process with limits) and never stalls the loop."""

    async def listing(self, feed: Feed, page: Page) -> Listing:
        """What the reply lists; a document that takes too long becomes a Problem of kind "hostile"."""
        ...

    async def article(self, entry: Entry, page: Page) -> Article:
        """The Article in a page."""
        ...

    async def report_text(self, page: Page) -> ReportText:
        """The text of a PDF, page by page, or why there is none."""
        ...


@runtime_checkable
class Warmable(Protocol):
    """A hand that can do beforehand what its first job would wait for."""

    def warm(self) -> None:
        """Begin now; returns at once."""
        ...


@dataclass(frozen=True, slots=True)
class Channel:
    """A way of telling, ready to use: its volume's two functions with the options of the config bound in.

    `plan` is what telling needs to know of it (quotations, digest, quiet hours); secrets stay inside the functions.
    """

    name: str
    type: str
    plan: ChannelPlan
    compose: Callable[[Delivery], Parcel]
    judge: Callable[[Reply], Outcome]
    lookup: Callable[[Delivery], HttpParcel | None] | None = None
    found: Callable[[Reply, Delivery], Outcome | None] | None = None
    """Where the service can be asked whether an earlier try arrived: the question, and what its answer means."""


@dataclass(frozen=True)
class World:
    """All that the pipeline works with: the hands, and what the config and the shipped facts say. Without slots: what is worked
    out of the config is worked out once."""

    clock: Clock
    web: Web
    post: Post
    ledger: Ledger
    bench: Bench
    reference: Reference
    sources: tuple[Source, ...]
    watchlist: WatchList
    channels: Mapping[str, Channel]
    audit_every: float = 86_400.0
    """Seconds between two fetches of a feed without conditions: caches lie."""
    public_url: str = ""
    """Where people reach the pages, for the links in messages by which they answer; "" makes none."""
    secret: str = field(default="", repr=False)
    """Signs those links."""

    @cached_property
    def feeds(self) -> dict[str, Feed]:
        """Every feed of every enabled source, by key."""
        return {feed.key: feed for source in self.sources if source.enabled for feed in source.feeds}

    @cached_property
    def plans(self) -> dict[str, ChannelPlan]:
        """What telling needs to know of every channel."""
        return {name: channel.plan for name, channel in self.channels.items()}

    def kind_of(self, feed: Feed) -> str:
        """press, regulator or council: the kind of the feed's source."""
        source = self._by_slug.get(feed.source)
        return source.kind if source else "press"

    def named(self, article: Article, feed: Feed | None) -> Article:
        """The article with what only the config knows: its publisher's name where the page gives none, and what the feed covers."""
        if feed is None:
            return article
        source = self._by_slug.get(feed.source)
        is_bare = not article.outlet or article.outlet == (urlsplit(article.url).hostname or "")
        return replace(
            article,
            patch=feed.authorities,
            outlet=source.name if is_bare and source and source.name else article.outlet,
        )

    @cached_property
    def _by_slug(self) -> dict[str, Source]:
        return {source.slug: source for source in self.sources}
