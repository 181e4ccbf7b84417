"""A story that gets its point later, under the same address, is read again."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from monitor.edges.ledger import SqlLedger
from monitor.model.source import Entry
from tests.edges.ledger.made_up import NOW, entry, feed, poll, trail

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


def offered(ledger: SqlLedger, listed: Entry, after: timedelta) -> list[str]:
    """What is offered once the feed lists this, some time after the first visit."""
    assert ledger.record_polls([poll(listed, when=NOW + after)]) == ()
    return [one.title for one in ledger.take_entries(NOW + after, 9, 60)]


def test_a_skipped_entry_comes_back_when_its_words_concern_us(ledger: SqlLedger) -> None:
    ledger.record_polls([poll(replace(entry(), skip="about a fete"))])
    assert offered(ledger, replace(entry(), skip="about a fete", title="A fete at the council"), MINUTE) == []
    assert offered(ledger, replace(entry(), title="Council rated inadequate"), MINUTE) == ["Council rated inadequate"]


@pytest.mark.parametrize(
    ("now_listed", "after", "is_offered"),
    [
        pytest.param(entry(), HOUR, False, id="nothing changed"),
        pytest.param(replace(entry(), title="Council rated inadequate"), HOUR, True, id="another headline"),
        pytest.param(replace(entry(), summary="It is inadequate."), HOUR, True, id="another summary"),
        pytest.param(replace(entry(), title="Council rated inadequate"), 9 * MINUTE, False, id="too soon"),
        pytest.param(replace(entry(), title="Council rated inadequate"), 15 * DAY, False, id="too old"),
        pytest.param(replace(entry(), updated=NOW + MINUTE), HOUR, True, id="a later date"),
        pytest.param(replace(entry(), updated=NOW + MINUTE), 20 * MINUTE, False, id="a later date too soon"),
        pytest.param(replace(entry(), updated=NOW - MINUTE), HOUR, False, id="an earlier date"),
        pytest.param(replace(entry(of=feed("south")), title="Other words"), HOUR, False, id="another feed's words"),
    ],
)
def test_a_read_entry_comes_back_when_its_listing_changed(
    ledger: SqlLedger, now_listed: Entry, after: timedelta, is_offered: bool
) -> None:
    (new,) = ledger.record_polls([poll(entry())])
    ledger.record(new, [], lambda _: trail(new), NOW)
    assert bool(offered(ledger, now_listed, after)) is is_offered


def test_a_feed_that_dates_everything_anew_is_read_again_ever_more_rarely(ledger: SqlLedger) -> None:
    (new,) = ledger.record_polls([poll(entry())])
    ledger.record(new, [], lambda _: trail(new), NOW)
    reads = 0
    for quarter in range(1, 4 * 24 * 3):
        now = NOW + quarter * 15 * MINUTE
        ledger.record_polls([poll(replace(entry(), updated=now), when=now)])
        for taken in ledger.take_entries(now, 9, 60):
            reads += 1
            assert taken.attempts == 1
            ledger.record(taken, [], lambda _, taken=taken: trail(taken), now)  # type: ignore[misc]
    assert 5 <= reads <= 14


def test_a_pruned_summary_is_no_change(ledger: SqlLedger) -> None:
    (new,) = ledger.record_polls([poll(entry())])
    ledger.record(new, [], lambda _: trail(new), NOW)
    ledger.prune(NOW + 10 * DAY, 5)
    assert offered(ledger, entry(), 10 * DAY) == []


def test_an_entry_that_still_waits_is_left_waiting(ledger: SqlLedger) -> None:
    ledger.record_polls([poll(entry())])
    assert len(ledger.take_entries(NOW, 9, 3_600)) == 1
    assert offered(ledger, replace(entry(), title="Council rated inadequate"), HOUR - MINUTE) == []
