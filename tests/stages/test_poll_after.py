"""What we remember of a feed after a poll, and what the operator is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from monitor.model.page import Page
from monitor.model.source import Answer, FeedState, Listing, Poll, Problem
from monitor.stages.poll import after, asked, remembered
from tests.stages.poll_material import FEED, NOW, item, listed, page, rss

FULL = listed(rss(*(item(n, when=f"Tue, 12 May 2026 08:{n:02d}:00 GMT") for n in range(10))))
TIMEOUT = Problem("gazette", FEED.url, "timeout", "no answer within 20 s")
NEW_HOME = "https://new.gazette.example/rss.xml"


def fresh(found: Listing = FULL, body_hash: str = "h1", wait: float = 0.0) -> Answer:
    return Answer("fresh", wait, None, body_hash, found)


def polled(answer: Answer, state: FeedState | None = None, reply: Page | None = None, now: datetime = NOW) -> Poll:
    return after(FEED, state, reply or page(b"x"), answer, now)


def test_a_good_poll_remembers_what_to_ask_next_time_with() -> None:
    poll = polled(fresh(), reply=page(b"x", [("etag", '"v1"'), ("last-modified", "Tue, 12 May 2026 08:00:00 GMT")]))
    assert (poll.outcome, len(poll.entries), poll.problems, poll.when) == ("read", 10, (), NOW)
    state = poll.state
    assert (state.etag, state.last_modified, state.body_hash) == ('"v1"', "Tue, 12 May 2026 08:00:00 GMT", "h1")
    assert (state.polled, state.read, state.changed, state.failures, state.entries_last) == (NOW, NOW, NOW, 0, 10)


def test_an_unchanged_feed_keeps_what_we_know_and_its_failures_end() -> None:
    known = replace(polled(fresh()).state, etag='"v1"', failures=3, last_problem="timeout")
    poll = polled(Answer("unchanged"), known, Page(FEED.url, 304))
    assert (poll.outcome, poll.entries) == ("unchanged", ())
    assert (poll.state.etag, poll.state.failures, poll.state.last_problem, poll.state.posts) == (
        '"v1"',
        0,
        "",
        known.posts,
    )


def test_a_failing_feed_is_asked_less_often_but_at_least_once_a_day() -> None:
    state, waits = polled(fresh()).state, []
    for _ in range(12):
        poll = polled(Answer("failed", problem=TIMEOUT), state)
        assert poll.state.due is not None
        waits.append((poll.state.due - NOW).total_seconds())
        state = poll.state
    assert waits == sorted(waits)
    assert waits[0] == FEED.every
    assert max(waits) == 86_400
    assert state.failures == 12
    assert state.last_problem.startswith("timeout")
    assert state.posts


def test_the_servers_wish_to_be_left_alone_is_honoured() -> None:
    poll = polled(Answer("failed", wait=7200, problem=TIMEOUT))
    assert poll.state.due == NOW + timedelta(seconds=7200)
    good = polled(fresh(wait=86_400))
    assert good.state.due is not None
    assert good.state.due >= NOW + timedelta(days=1)


def test_a_gone_feed_is_kept_and_asked_weekly() -> None:
    poll = polled(Answer("gone", problem=replace(TIMEOUT, kind="gone")))
    assert (poll.outcome, poll.state.gone, poll.state.due) == ("gone", NOW, NOW + timedelta(days=7))
    back = polled(fresh(), poll.state, now=NOW + timedelta(days=7))
    assert (back.state.gone, back.outcome) == (None, "read")


def test_a_permanent_redirect_is_followed_for_good_only_after_it_repeats_and_then_told() -> None:
    moved = replace(page(b"x", url=NEW_HOME), redirects=((FEED.url, NEW_HOME),))
    first = polled(fresh(), None, moved)
    assert (first.outcome, asked(FEED, first.state), first.problems) == ("read", FEED.url, ())
    second = polled(fresh(), first.state, moved)
    assert (second.outcome, asked(FEED, second.state)) == ("moved", NEW_HOME)
    assert [problem.kind for problem in second.problems] == ["moved"]
    third = polled(fresh(), second.state, page(b"x", url=NEW_HOME))
    assert (asked(FEED, third.state), third.problems) == (NEW_HOME, ())


def test_when_the_new_address_fails_the_old_one_is_asked_again() -> None:
    moved = FeedState(FEED.key, moved_to=NEW_HOME, moved_times=2, url=FEED.url)
    assert asked(FEED, polled(Answer("failed", problem=TIMEOUT), moved).state) == FEED.url


def test_another_address_in_the_config_makes_the_memory_void_but_for_habits() -> None:
    known = replace(polled(fresh()).state, etag='"v1"', moved_to=NEW_HOME, moved_times=3)
    other = replace(FEED, url="https://other.example/feed")
    state = remembered(other, known)
    assert (state.etag, state.body_hash, state.moved_to, state.posts) == ("", "", "", known.posts)
    assert asked(other, state) == other.url


def test_a_feed_that_was_full_and_lists_nothing_has_gone_quiet() -> None:
    poll = polled(fresh(listed(rss()), "h2"), polled(fresh()).state)
    assert [problem.kind for problem in poll.problems] == ["went-quiet"]
    assert poll.state.entries_last == 10


NO_FEEDS = [
    "<html><head><title>Just a moment...</title></head></html>",
    "<html><body>Hello</body></html>",
    "",
    "\x89PNG",
]


@pytest.mark.parametrize("body", NO_FEEDS)
def test_a_reply_that_is_no_feed_is_a_failure_and_not_remembered_as_its_content(body: str) -> None:
    known = polled(fresh()).state
    poll = polled(fresh(listed(body), "other"), known)
    assert poll.outcome == "failed"
    assert poll.problems
    assert (poll.state.body_hash, poll.state.read, poll.state.failures) == ("h1", NOW, 1)


def test_posting_times_come_from_the_entries_and_each_is_counted_once() -> None:
    first = polled(fresh()).state
    assert len(first.posts) == 10
    again = polled(fresh(body_hash="h2"), first).state
    assert again.posts == first.posts
    more = listed(rss(item(11, when="Tue, 12 May 2026 08:40:00 GMT"), item(12, when="Tue, 12 May 2036 08:40:00 GMT")))
    assert len(polled(fresh(more, "h3"), again).state.posts) == 11


def test_a_change_without_dates_counts_as_a_post_now() -> None:
    undated = listed(rss(item(when="")))
    state = polled(fresh(undated, "h1")).state
    assert polled(fresh(undated, "h2"), state).state.posts == (NOW,)


def test_an_audit_is_remembered() -> None:
    assert polled(replace(fresh(), audit=True)).state.audited == NOW
    assert polled(fresh()).state.audited is None


def test_when_everything_listed_is_new_some_may_have_been_missed_and_it_is_asked_sooner() -> None:
    known = polled(fresh()).state
    newer = listed(rss(*(item(n, when=f"Tue, 12 May 2026 08:{n:02d}:00 GMT") for n in range(20, 40))))
    poll = polled(fresh(newer, "h2"), known)
    assert [problem.kind for problem in poll.problems] == ["overrun"]
    assert poll.state.due is not None
    assert poll.state.due - NOW < timedelta(seconds=FEED.every / 2)
    assert polled(fresh(newer, "h3"), poll.state).problems == ()
