"""What is kept of feeds: states, problems with their lives, gaps, entries that are new once."""

from __future__ import annotations

from datetime import timedelta

import pytest

from monitor.edges.ledger import SqlLedger
from monitor.edges.ledger.rows import Wanted
from monitor.model.source import Entry, FeedState, Poll, Problem
from tests.edges.ledger.made_up import MINUTE, NOW, entry, feed, poll

TIMEOUT = Problem("gazette", "https://gazette.example/north.xml", "timeout", "no answer in 20 s")
HOUR = timedelta(hours=1)


def test_a_state_comes_back_as_it_was_kept(ledger: SqlLedger) -> None:
    state = FeedState(
        key=feed().key,
        etag='W/"1"',
        last_modified="Tue, 14 May 2024 09:30:00 GMT",
        body_hash="abc",
        polled=NOW,
        read=NOW - HOUR,
        changed=NOW - 2 * HOUR,
        audited=NOW - 3 * HOUR,
        due=NOW + timedelta(seconds=17, microseconds=5),
        failures=3,
        last_problem="timeout",
        moved_to="https://gazette.example/new.xml",
        moved_times=2,
        gone=NOW,
        posts=(NOW - HOUR, NOW),
        entries_last=1,
        url=feed().url,
    )
    ledger.record_polls([Poll(feed(), state, (entry(),), (), "read", NOW)])
    assert ledger.feed_states() == {feed().key: state}


def test_a_poll_with_nothing_new_keeps_the_times_of_earlier_entries(ledger: SqlLedger) -> None:
    ledger.record_polls([poll(entry())])
    ledger.record_polls([poll(when=NOW + MINUTE, outcome="unchanged")])
    (state,) = ledger.feed_states().values()
    assert (state.posts, state.polled) == ((NOW,), NOW + MINUTE)


def test_an_entry_comes_back_as_it_was_listed(ledger: SqlLedger) -> None:
    listed = Entry(
        identity="tag:gazette,2024:1",
        feed=feed().key,
        source="gazette",
        url="https://gazette.example/a?b=c",
        title="Council’s services “inadequate”",
        summary="Sum",
        published=NOW - HOUR,
        updated=NOW,
        author="A Person",
        body="Whole text",
        outlet="Gazette",
        extra=(("urn", "80584"), ("label", "Report")),
    )
    (new,) = ledger.record_polls([poll(listed)])
    (taken,) = ledger.take_entries(NOW, 1, 60)
    assert new.first_seen == NOW
    assert (taken.url, taken.extra, taken.body, taken.updated) == (listed.url, listed.extra, listed.body, NOW)
    assert (taken.identity, taken.title, taken.author, taken.number) == (
        listed.identity,
        listed.title,
        "A Person",
        new.number,
    )


def test_one_story_in_several_area_feeds_of_a_source_is_one_entry(ledger: SqlLedger) -> None:
    north, south = feed("north"), feed("south")
    new = ledger.record_polls([poll(entry(of=north), of=north), poll(entry(of=south), of=south)])
    assert [(one.feed, one.title) for one in new] == [(north.key, "council fails")]
    assert ledger.record_polls([poll(entry(of=south), of=south)]) == ()


def test_the_same_address_in_two_sources_is_two_entries(ledger: SqlLedger) -> None:
    shared = "https://agency.example/story"
    listed = [Entry(shared, feed(source=name).key, name, shared, "A story") for name in ("gazette", "herald")]
    new = ledger.record_polls([poll(one, of=feed(source=one.source)) for one in listed])
    assert [one.source for one in new] == ["gazette", "herald"]


def test_new_entries_come_back_numbered_in_the_order_listed(ledger: SqlLedger) -> None:
    old = ledger.record_polls([poll(entry("b"))])
    new = ledger.record_polls([poll(entry("c"), entry("b"), entry("a"))])
    assert [one.title for one in new] == ["c", "a"]
    assert all(one.number > 0 for one in (*old, *new))
    assert len({one.number for one in (*old, *new)}) == 3


def test_no_polls_are_no_trouble(ledger: SqlLedger) -> None:
    assert ledger.record_polls([]) == ()


def test_a_lasting_problem_is_one_row_that_counts(ledger: SqlLedger) -> None:
    for minutes in range(3):
        ledger.record_polls([poll(when=NOW + minutes * MINUTE, problems=(TIMEOUT,), outcome="failed")])
    (row,) = ledger.problems()
    assert (row.problem, row.times, row.first_seen, row.last_seen) == (TIMEOUT, 3, NOW, NOW + 2 * MINUTE)


@pytest.mark.parametrize(
    ("outcome", "problems", "still_open"),
    [
        ("read", (), 0),
        ("unchanged", (), 0),
        ("failed", (), 1),
        ("gone", (), 1),
        ("read", (TIMEOUT,), 1),
    ],
)
def test_a_problem_ends_when_the_feed_reads_well_again(
    ledger: SqlLedger, outcome: str, problems: tuple[Problem, ...], still_open: int
) -> None:
    ledger.record_polls([poll(problems=(TIMEOUT,), outcome="failed")])
    ledger.record_polls([poll(when=NOW + MINUTE, problems=problems, outcome=outcome)])
    assert len(ledger.problems()) == still_open
    assert len(ledger.problems(open_only=False)) == 1


def test_a_problem_that_returns_after_its_recovery_is_a_new_one(ledger: SqlLedger) -> None:
    for minutes, problems in enumerate([(TIMEOUT,), (), (TIMEOUT,)]):
        outcome = "failed" if problems else "read"
        ledger.record_polls([poll(when=NOW + minutes * MINUTE, problems=problems, outcome=outcome)])
    old_first = ledger.problems(open_only=False)[::-1]
    assert [row.recovered for row in old_first] == [NOW + MINUTE, None]


def test_another_feeds_good_poll_ends_no_problem(ledger: SqlLedger) -> None:
    ledger.record_polls([poll(problems=(TIMEOUT,), outcome="failed")])
    ledger.record_polls([poll(of=feed("south"), when=NOW + MINUTE)])
    assert len(ledger.problems()) == 1


def test_a_feed_read_in_time_has_no_gap(ledger: SqlLedger) -> None:
    for quarter in range(4):
        ledger.record_polls([poll(when=NOW + quarter * 15 * MINUTE)])
    (row,) = ledger.coverage(NOW, NOW + HOUR)
    assert (row.gaps, row.longest_unread, row.last_read) == ((), 900.0, NOW + 45 * MINUTE)


def test_a_gap_that_ended_is_owned_up_to(ledger: SqlLedger) -> None:
    ledger.record_polls([poll(when=NOW)])
    failed = poll(when=NOW + HOUR, outcome="failed")
    kept = FeedState(failed.feed.key, read=NOW, polled=NOW + HOUR, failures=4, last_problem="dns")
    ledger.record_polls([Poll(failed.feed, kept, (), (), "failed", NOW + HOUR)])
    ledger.record_polls([poll(when=NOW + 5 * HOUR)])
    (row,) = ledger.coverage(NOW, NOW + 5 * HOUR)
    assert [(gap.since, gap.until, gap.failures, gap.why) for gap in row.gaps] == [(NOW, NOW + 5 * HOUR, 4, "dns")]
    assert row.longest_unread == 5 * 3600


def test_a_gap_that_lasts_is_seen_without_any_poll(ledger: SqlLedger) -> None:
    ledger.record_polls([poll(when=NOW)])
    (row,) = ledger.coverage(NOW, NOW + 2 * HOUR)
    assert [(gap.since, gap.until, gap.why) for gap in row.gaps] == [(NOW, None, "not asked")]


def test_a_feed_never_read_is_unread_from_the_start(ledger: SqlLedger) -> None:
    ledger.record_polls([poll(when=NOW, problems=(TIMEOUT,), outcome="failed")])
    (row,) = ledger.coverage(NOW - HOUR, NOW + 2 * HOUR)
    assert (row.last_read, row.longest_unread, len(row.gaps)) == (None, 3 * 3600, 1)


def test_feeds_are_shown_with_their_open_problems(ledger: SqlLedger) -> None:
    ledger.record_polls([poll(problems=(TIMEOUT,), outcome="failed"), poll(of=feed("south"))])
    rows = {row.key: [one.problem.kind for one in row.problems] for row in ledger.feeds()}
    assert rows == {"gazette/north": ["timeout"], "gazette/south": []}
    assert ledger.problems(wanted=Wanted(feed="gazette/south")) == ()
