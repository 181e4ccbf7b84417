"""A small made-up world for the crash law: two papers, some councils, three channels, and whoever receives.

Everything between the web and the services is the real pipeline on a real ledger.
"""

from __future__ import annotations

import asyncio
import json
import random
import threading
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import parseaddr
from functools import cache

from benchmarks.crash_gremlin import Gremlin
from monitor import pipeline
from monitor.channels import email, webhook
from monitor.channels._options import plan
from monitor.edges.ledger import SqlLedger
from monitor.model.alert import Rule, WatchList
from monitor.model.authority import Reference
from monitor.model.delivery import HttpParcel, MailParcel, Parcel, Reply
from monitor.model.page import Article, Page, ReportText, Request
from monitor.model.source import Entry, Feed, Listing, Source
from monitor.ports import Bench, Channel, Post, World
from monitor.settings.reference import reference

START = datetime(2024, 5, 14, 9, 30, tzinfo=UTC)
COUNCILS = ("Kent", "Devon", "Norfolk", "Suffolk", "Surrey", "Hampshire", "Gloucestershire", "Lancashire")
PAPERS = ("gazette", "herald")
CHANNELS = ("strict", "plain", "post")
"""A webhook that honours the Idempotency-Key, one that does not, and a mail server."""

whole_reference = cache(reference)


@dataclass
class Clock:
    """Stands still until it is put forward."""

    time: datetime = START

    def now(self) -> datetime:
        """The time it was put to."""
        return self.time


@dataclass(frozen=True)
class Story:
    """An article of a paper about a council; without a council it is about football."""

    paper: str
    council: str

    @property
    def url(self) -> str:
        """Where it stands."""
        return f"https://{self.paper}.example/{self.council.lower() or 'football'}"

    def entry(self) -> Entry:
        """As the paper's feed lists it."""
        title = f"{self.council} children’s services rated inadequate by Ofsted" if self.council else "United win again"
        return Entry(self.url, f"{self.paper}/all", self.paper, self.url, title, published=START - timedelta(hours=1))

    def article(self) -> Article:
        """As a reader reads it."""
        text = (
            f"Children’s services run by {self.council} County Council have been rated inadequate by Ofsted.\n\n"
            "Inspectors visited between 5 and 16 February 2024 and judged the overall effectiveness inadequate."
        )
        return Article(self.url, self.url, self.entry().title, text, outlet=self.paper, published=START)


def stories(seed: int) -> tuple[Story, ...]:
    """What the papers write in a run: one to three councils, some told by both papers, and a match."""
    dice = random.Random(seed)
    councils = dice.sample(COUNCILS, dice.choice((1, 1, 2, 2, 3)))
    told = [Story(paper, council) for council in councils for paper in dice.sample(PAPERS, dice.randint(1, 2))]
    return (*told, Story(PAPERS[0], ""))


@dataclass
class Receivers:
    """Everything that arrived, as (channel, key, subject); outlives every crash."""

    arrived: list[tuple[str, str, str]] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def take(self, channel: str, key: str, subject: str) -> None:
        """A message arrives."""
        with self._lock:
            self.arrived.append((channel, key, subject))

    def posts(self, channel: str, council: str) -> Counter[str]:
        """How often each key arrived on a channel in a message about a council."""
        return Counter(key for name, key, subject in self.arrived if name == channel and council in subject)


@dataclass
class MadeUpWeb:
    """Answers for the papers."""

    told: tuple[Story, ...]
    gremlin: Gremlin

    async def get(self, request: Request) -> Page:
        """A feed's or a story's page; the gremlin may lose it."""
        await asyncio.sleep(0)
        if self.gremlin.place(f"answer of the {request.purpose}"):
            return Page(request.url, 0, failure="timeout", detail="no answer")
        return Page(request.url, 200, body=request.url.encode())

    async def close(self) -> None:
        """Nothing to let go of."""


@dataclass
class MadeUpBench:
    """Reads the papers' pages without HTML: reading is not what is tried here."""

    told: tuple[Story, ...]

    async def listing(self, feed: Feed, page: Page) -> Listing:
        """The stories of the feed's paper."""
        return Listing(tuple(story.entry() for story in self.told if story.paper == feed.source), reason="")

    async def article(self, entry: Entry, page: Page) -> Article:
        """The story at the entry's address."""
        return next(story.article() for story in self.told if story.url == entry.url)

    async def report_text(self, page: Page) -> ReportText:
        """No reports here."""
        return ReportText((), "not-pdf")


@dataclass
class MadeUpPost:
    """Hands parcels to the receivers; the gremlin may lose one on the way there, or the answer on the way back."""

    receivers: Receivers
    gremlin: Gremlin

    async def send(self, parcel: Parcel) -> Reply:
        """200 or 250, or what the gremlin left of it."""
        channel, key, subject = addressed(parcel)
        await asyncio.sleep(0)
        if self.gremlin.place(f"sending to {channel}"):
            return Reply(status=451 if isinstance(parcel, MailParcel) else 503, detail="busy")
        self.receivers.take(channel, key, subject)
        if self.gremlin.place(f"answer of {channel}"):
            return Reply(failure="timeout", detail="no answer", unsure=True)
        return Reply(status=250 if isinstance(parcel, MailParcel) else 200)

    async def close(self) -> None:
        """Nothing to let go of."""


def addressed(parcel: Parcel) -> tuple[str, str, str]:
    """(channel, key, subject) of a parcel; the key is its Message-ID or Idempotency-Key."""
    if isinstance(parcel, MailParcel):
        return parseaddr(parcel.to[0])[1].partition("@")[0], parcel.message_id, parcel.subject
    assert isinstance(parcel, HttpParcel)
    subject = json.loads(parcel.body)["message"]["subject"]
    return parcel.url.rpartition("/")[2], dict(parcel.headers)["Idempotency-Key"], subject


def channels(base: str) -> Mapping[str, Channel]:
    """The three channels with the real volumes; webhooks live under `base`."""
    made = {}
    for name in CHANNELS:
        volume = email if name == "post" else webhook
        options = email.Options(to=["post@example.org"]) if name == "post" else webhook.Options(url=f"{base}/{name}")  # type: ignore[arg-type]
        made[name] = Channel(
            name,
            "email" if name == "post" else "webhook",
            plan(name, options),
            lambda delivery, volume=volume, options=options: volume.compose(delivery, options),  # type: ignore[misc]
            volume.judge,
        )
    return made


@dataclass(frozen=True)
class Hands:
    """The ends of a world that differ between a simulated life and a real process."""

    post: Post
    gremlin: Gremlin
    base: str = "https://hooks.example"


def world(ledger: SqlLedger, clock: Clock, told: tuple[Story, ...], hands: Hands) -> World:
    """The World of one life."""
    known: Reference = whole_reference()
    feeds = {paper: Feed(f"{paper}/all", paper, "All", f"https://{paper}.example/rss", 900) for paper in PAPERS}
    rule = Rule("All", frozenset(one.name for one in known.authorities), ("inadequate",), (), CHANNELS)
    bench: Bench = MadeUpBench(told)
    return World(
        clock=clock,
        web=MadeUpWeb(told, hands.gremlin),
        post=hands.post,
        ledger=ledger,
        bench=bench,
        reference=known,
        sources=tuple(Source(paper, paper.title(), "press", (feed,)) for paper, feed in feeds.items()),
        watchlist=WatchList((rule,), CHANNELS),
        channels=channels(hands.base),
    )


async def step(of: World) -> None:
    """One sweep and one round of deliveries."""
    await pipeline.sweep(of, of.feeds.values())
    await pipeline.deliver(of)


def is_done(ledger: SqlLedger, told: tuple[Story, ...]) -> bool:
    """Whether every story listed was visited and nothing waits to be sent."""
    counted = ledger.counts()
    waiting = counted.get("deliveries.waiting", 0) + counted.get("deliveries.leased", 0)
    return counted["entries"] == len(told) and counted["entries.waiting"] == 0 == waiting
