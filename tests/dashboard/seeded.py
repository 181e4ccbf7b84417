"""An installation for the pages' tests: the shipped history, and a day on which something happened; or nothing at all."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from monitor.model.delivery import Outcome, Verdict
from monitor.model.page import Article
from monitor.model.source import Entry, Feed, FeedState, Poll, Problem
from monitor.model.trail import Ground, Trail
from monitor.pipeline import follow
from monitor.stages import classify, resolve
from monitor.wiring import Installation

NOON = datetime(2017, 1, 24, 12, tzinfo=UTC)
"""The day Worcestershire's judgement was published."""
PAPER = "https://paper.example"
STORIES = (
    (
        "worcestershire-inadequate",
        "Worcestershire children's services rated inadequate by Ofsted",
        "Ofsted has rated children's services at Worcestershire County Council inadequate. Inspectors visited between "
        "24 October and 17 November 2016 and found widespread and serious failures.\n\n"
        "The report, published today, judged children who need help and protection inadequate, and children looked "
        "after inadequate. Leadership was also inadequate. Adoption was found to require improvement.\n\n"
        "The council said it accepted the findings. In 2010 an earlier inspection had found the service adequate.",
    ),
    (
        "nursery-outstanding",
        "Nursery near Malvern rated outstanding",
        "A nursery near Malvern has been rated outstanding by Ofsted. Parents praised the staff.\n\n"
        "The nursery opened in 2009 and cares for forty children.",
    ),
    (
        "visit-to-dudley",
        "Ofsted monitoring visit finds progress at Dudley Council",
        "A monitoring visit to Dudley Council's children's services found that the pace of change has picked up.\n\n"
        "The council's children's services were judged inadequate in 2016. Inspectors will return in the spring.",
    ),
)
MONITOR = 'database = "sqlite:///{folder}/ledger.db"\ncontact = "desk@example.org"\n{more}\n[http]\nallow_private_addresses = true\n'
WATCHLIST = """# Who wants to know what.

[[rules]]
name = "National"
authorities = "all"      # every council
grades = ["inadequate"]
notify = ["desk", "duty"]

[channels.desk]
type = "file"
path = "{folder}/alerts.jsonl"

[channels.duty]
type = "webhook"
url = "https://duty.example/hook"
"""
SOURCE = """name = "The Paper"
kind = "press"
homepage = "https://paper.example/"
[[feeds]]
name = "Midlands"
url = "https://paper.example/midlands.xml"
every = "15m"
covers = ["Worcestershire", "Dudley"]
[[feeds]]
name = "North"
url = "https://paper.example/north.xml"
every = "30m"
"""


def folder_at(base: Path, more: str = "", bind: str = "127.0.0.1:0") -> Path:
    """A config folder as a user would write it; `more` goes into monitor.toml's head, `bind` into [dashboard]."""
    config = base / "config"
    (config / "sources").mkdir(parents=True)
    text = MONITOR.format(folder=base, more="") + f'[dashboard]\nbind = "{bind}"\n{more}'
    (config / "monitor.toml").write_text(text)
    (config / "watchlist.toml").write_text(WATCHLIST.format(folder=base))
    (config / "sources" / "paper.toml").write_text(SOURCE)
    return config


def installed(base: Path, now: datetime = NOON, more: str = "", bind: str = "127.0.0.1:0") -> Installation:
    """An installation on its own empty ledger; the history published before `now` is on record."""
    return Installation(folder_at(base, more, bind), {"MONITOR_NOW": now.isoformat()})


def fill(installation: Installation) -> None:
    """A day's work: feeds read, one of them failing, three stories followed, messages on their way or stuck."""
    feeds = list(installation.world.feeds.values())
    entries = tuple(_entry(feeds[0], slug, title) for slug, title, _ in STORIES)
    installation.ledger.record_polls([_good(feeds[0], entries), _failing(feeds[1])])
    taken = installation.ledger.take_entries(NOON, 10, 60)
    texts = {slug: text for slug, _, text in STORIES}
    for entry in taken:
        visit(installation, entry, texts[entry.url.rpartition("/")[2]])
    for number, delivery in enumerate(installation.ledger.take_deliveries(NOON, 10, 60)):
        verdicts = (Outcome(Verdict.SENT, "delivered"), Outcome(Verdict.REFUSED, "the address is unknown"))
        installation.ledger.settle(delivery, verdicts[number % 2], NOON, None)


def visit(installation: Installation, entry: Entry, text: str) -> Trail:
    """One entry followed and recorded as the pipeline does, without fetching."""
    world = installation.world
    article = Article(entry.url, entry.url, entry.title, text, outlet="The Paper", published=NOON - timedelta(hours=1))
    reading = classify.classify(article, world.reference)
    names = resolve.concerned(reading, article, NOON, world.reference)
    ground = Ground(world.watchlist, world.reference, world.plans, NOON)
    return installation.ledger.record(entry, names, partial(follow, entry, article, reading, ground), NOON)


def _entry(feed: Feed, slug: str, title: str) -> Entry:
    url = f"{PAPER}/{slug}"
    return Entry(url, feed.key, feed.source, url, title, summary=title, published=NOON - timedelta(hours=1))


def _good(feed: Feed, entries: tuple[Entry, ...]) -> Poll:
    posts = tuple(NOON - timedelta(days=days) for days in (60, 50, 41, 30, 29, 15, 14, 8, 3, 2, 1, 0))
    state = FeedState(
        feed.key,
        polled=NOON,
        read=NOON,
        changed=NOON,
        audited=NOON,
        due=NOON + timedelta(minutes=15),
        posts=posts,
        entries_last=30,
        url=feed.url,
    )
    return Poll(feed, state, entries, (), "read", NOON)


def _failing(feed: Feed) -> Poll:
    problem = Problem(feed.source, feed.url, "timeout", "no answer within 30 seconds")
    state = FeedState(feed.key, polled=NOON, failures=3, last_problem="timeout", due=NOON + timedelta(hours=1))
    return Poll(feed, replace(state, url=feed.url), (), (problem,), "failed", NOON)


def closed(installation: Installation) -> None:
    """Let go of everything."""
    asyncio.run(installation.close())
