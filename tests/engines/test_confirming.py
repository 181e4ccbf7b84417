"""What the press told is looked up in the register: soon at first, with backoff, for 14 days, and no longer once it is confirmed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import MappingProxyType
from typing import cast

import pytest

from monitor.cli._reading import national
from monitor.edges.clock import StoppedClock
from monitor.edges.ledger import SqlLedger, open_ledger
from monitor.engines import confirming
from monitor.model.alert import WatchList
from monitor.model.delivery import ChannelPlan
from monitor.model.source import Entry, Feed, FeedState, Poll, Source
from monitor.model.trail import Ground
from monitor.pipeline import follow
from monitor.ports import Bench, Post, Web, World
from monitor.settings.reference import reference
from monitor.stages import classify, extract, resolve

MORNING = datetime(2017, 1, 24, 10, 0, tzinfo=UTC)
NEWS = (
    "Worcestershire children's services judged inadequate\n"
    "Worcestershire's services for children have been rated inadequate by Ofsted in a report published this morning."
)
PAGE = Feed(
    "ofsted/worcestershire", "ofsted", "Ofsted", "https://r.example/1", 43_200, "register:ofsted", ("Worcestershire",)
)
OTHER = Feed("ofsted/kent", "ofsted", "Ofsted", "https://r.example/2", 43_200, "register:ofsted", ("Kent",))


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[SqlLedger]:
    opened = open_ledger(f"sqlite:///{tmp_path / 'm.db'}")
    states = [FeedState(f.key, polled=MORNING, read=MORNING, due=MORNING + timedelta(hours=12)) for f in (PAGE, OTHER)]
    opened.record_polls([Poll(feed, state, when=MORNING) for feed, state in zip((PAGE, OTHER), states, strict=True)])
    article = extract.from_text(NEWS, "https://news.example/1", MORNING, "The Post")
    entry = Entry(
        "https://news.example/1", "post/news", "post", "https://news.example/1", article.title, published=MORNING
    )
    reading = classify.classify(article, reference())
    ground = Ground(national(reference()), reference(), {"console": ChannelPlan("console")}, MORNING)
    names = resolve.concerned(reading, article, MORNING, reference())
    trail = opened.record(entry, names, lambda known: follow(entry, article, reading, ground, known), MORNING)
    assert [alert.confirmed for alert in trail.alerts] == ["reported"]
    yield opened
    opened.close()


def world_at(now: datetime, ledger: SqlLedger) -> World:
    nobody = cast(object, None)
    return World(
        StoppedClock(now),
        cast(Web, nobody),
        cast(Post, nobody),
        ledger,
        cast(Bench, nobody),
        reference(),
        (Source("ofsted", "Ofsted", "regulator", (PAGE, OTHER)),),
        WatchList((), ()),
        MappingProxyType({}),
    )


def due(ledger: SqlLedger, feed: Feed) -> datetime | None:
    return ledger.feed_states()[feed.key].due


def test_the_page_of_the_authority_is_asked_within_the_hour_and_no_other(ledger: SqlLedger) -> None:
    assert confirming.look_up(world_at(MORNING + timedelta(minutes=1), ledger), ledger) == 1
    assert due(ledger, PAGE) == MORNING + timedelta(minutes=15)
    assert due(ledger, OTHER) == MORNING + timedelta(hours=12)
    assert confirming.look_up(world_at(MORNING + timedelta(minutes=2), ledger), ledger) == 0


@pytest.mark.parametrize(("hours", "minutes"), [(0, 15), (1, 15), (8, 60), (24, 180), (96, 720), (300, 720)])
def test_the_wait_grows_with_the_age_of_the_alert(hours: int, minutes: int) -> None:
    assert confirming.wait(timedelta(hours=hours)) == timedelta(minutes=minutes)


def test_after_fourteen_days_it_is_no_longer_looked_for(ledger: SqlLedger) -> None:
    assert confirming.look_up(world_at(MORNING + timedelta(days=15), ledger), ledger) == 0
