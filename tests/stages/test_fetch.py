"""Fetch: what is asked, what a reply means, how long we stay away."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.model.page import Page
from monitor.model.source import Entry, Feed, FeedState
from monitor.stages.fetch import Meaning, meaning, problem, request, visit, wait

NOW = datetime(2026, 9, 8, 9, 30, tzinfo=UTC)
FEED = Feed("bbc/hereford-worcester", "bbc", "Hereford & Worcester", "https://example.org/rss.xml", 900)
KNOWN = FeedState(FEED.key, etag='"7"', last_modified="Tue, 08 Sep 2026 09:00:00 GMT", audited=NOW - timedelta(hours=1))
QUARTER, DAY, WEEK = 900.0, 86_400.0, 7 * 86_400.0


def answered(status: int, *headers: tuple[str, str]) -> Page:
    return Page(FEED.url, status, headers, fetched=NOW)


def test_a_poll_sends_back_the_validators_it_was_given() -> None:
    asked = request(FEED, KNOWN, NOW)
    assert (asked.url, asked.purpose) == (FEED.url, "feed")
    assert (asked.etag, asked.last_modified) == (KNOWN.etag, KNOWN.last_modified)


def test_a_moved_feed_is_asked_at_its_new_address() -> None:
    assert request(FEED, KNOWN, NOW, "https://example.org/new.xml").url == "https://example.org/new.xml"


def test_once_a_day_a_feed_is_asked_without_conditions_since_caches_lie() -> None:
    assert request(FEED, replace(KNOWN, audited=NOW - timedelta(hours=18)), NOW).etag
    assert not request(FEED, replace(KNOWN, audited=NOW - timedelta(hours=24)), NOW).etag


def test_the_audits_of_many_feeds_do_not_come_together() -> None:
    states = [replace(KNOWN, key=f"feed/{n}", audited=NOW) for n in range(100)]
    audited = [
        sum(not request(FEED, s, NOW + timedelta(hours=hour)).etag for s in states) for hour in (19, 21, 22.5, 24.1)
    ]
    assert audited[0] == 0
    assert 0 < audited[1] < audited[2] < audited[3] == 100


def test_a_feed_whose_last_audit_is_unknown_is_asked_with_conditions() -> None:
    assert request(FEED, replace(KNOWN, audited=None), NOW).etag


def test_an_entry_is_visited_at_its_own_address_as_page_or_report() -> None:
    entry = Entry("i", FEED.key, "bbc", "https://example.org/story", "Title")
    assert (visit(entry).url, visit(entry).purpose, visit(entry, "report").purpose) == (entry.url, "page", "report")


@pytest.mark.parametrize(
    ("page", "verdict", "kind"),
    [
        (answered(200), "fresh", ""),
        (answered(304), "unchanged", ""),
        (answered(410), "gone", "gone"),
        (answered(404), "failed", "http-404"),
        (answered(403), "failed", "http-403"),
        (answered(418), "failed", "http-418"),
        (answered(429), "failed", "rate-limited"),
        (answered(503), "failed", "http-503"),
        (answered(599), "failed", "http-599"),
        (answered(301), "failed", "http-301"),
        (answered(204), "failed", "http-204"),
        (answered(206), "failed", "http-206"),
        (Page(FEED.url, 0, failure="dns", detail="leads nowhere"), "failed", "dns"),
        (Page(FEED.url, 0, failure="robots", detail="asks us to stay away"), "failed", "robots"),
        (Page(FEED.url, 200, body=b"<rss>", failure="truncated"), "fresh", "truncated"),
        (Page(FEED.url, 200, body=b"", failure="truncated"), "failed", "truncated"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_every_reply_has_a_verdict_a_word_and_a_reason(page: Page, verdict: str, kind: str) -> None:
    meant = meaning(page)
    assert (meant.verdict, meant.kind) == (verdict, kind)
    assert meant.reason


def test_a_problem_is_told_with_its_source_and_address_and_none_is_told_without_one() -> None:
    told = problem(meaning(answered(404)), FEED)
    assert told and (told.source, told.url, told.kind) == ("bbc", FEED.url, "http-404")
    assert problem(meaning(answered(200)), FEED) is None


@pytest.mark.parametrize(
    ("written", "seconds"),
    [
        ("120", 120.0),
        ("0", 0.0),
        ("Tue, 08 Sep 2026 10:30:00 GMT", 3600.0),
        ("Tue, 08 Sep 2026 08:30:00 GMT", 0.0),
        ("99999999999999999999", WEEK),
        ("Tue, 08 Sep 2046 10:30:00 GMT", WEEK),
        ("soon", None),
        ("", None),
        ("-5", None),
    ],
)
def test_both_forms_of_retry_after_are_understood(written: str, seconds: float | None) -> None:
    assert meaning(answered(503, ("retry-after", written))).retry_after == seconds


@pytest.mark.parametrize(
    ("kind", "first", "later"),
    [
        ("timeout", 60, 6 * 3600),
        ("http-502", 60, 6 * 3600),
        ("dns", 300, DAY),
        ("tls", 300, DAY),
        ("http-404", QUARTER, DAY),
        ("http-403", QUARTER, DAY),
        ("too-large", QUARTER, DAY),
        ("rate-limited", QUARTER, DAY),
        ("http-503", QUARTER, DAY),
        ("gone", WEEK, WEEK),
    ],
)
def test_the_class_of_the_error_says_how_long_we_stay_away(kind: str, first: float, later: float) -> None:
    meant = Meaning("gone" if kind == "gone" else "failed", kind, "why")
    assert wait(meant, 1, FEED.every, FEED.key) == pytest.approx(first, rel=0.101)
    assert wait(meant, 50, FEED.every, FEED.key) == pytest.approx(later, rel=0.101)


def test_a_good_reply_leaves_the_next_poll_to_the_cadence() -> None:
    assert wait(meaning(answered(200)), 0, 900, FEED.key) == wait(meaning(answered(304)), 9, 900, FEED.key) == 0.0


def test_feeds_that_fail_together_come_back_one_by_one() -> None:
    waits = {wait(Meaning("failed", "timeout", "why"), 3, 900, f"feed/{n}") for n in range(100)}
    assert len(waits) == 100


KINDS = st.sampled_from(
    ["timeout", "dns", "tls", "http-404", "http-500", "rate-limited", "gone", "truncated", "new-word"]
)


@given(KINDS, st.integers(1, 10_000), st.floats(1, WEEK), st.none() | st.floats(0, 10 * WEEK))
def test_no_feed_is_ever_given_up_nor_asked_in_a_tight_loop(
    kind: str, failures: int, every: float, asked: float | None
) -> None:
    meant = Meaning("failed", kind, "why", asked)
    seconds = wait(meant, failures, every, "key")
    assert min(every, 60) * 0.89 <= seconds <= WEEK
    assert seconds >= min(asked or 0, WEEK)
    assert seconds == wait(meant, failures, every, "key")


@given(KINDS, st.integers(1, 40), st.floats(1, WEEK))
def test_another_failure_never_makes_us_more_eager(kind: str, failures: int, every: float) -> None:
    meant = Meaning("failed", kind, "why")
    assert wait(meant, failures + 1, every, "key") >= wait(meant, failures, every, "key") * 0.81


@given(
    st.integers(-5, 999), st.text(max_size=20), st.dictionaries(st.text(max_size=12), st.text(max_size=30), max_size=4)
)
def test_no_reply_is_without_a_meaning(status: int, failure: str, headers: dict[str, str]) -> None:
    meant = meaning(Page(FEED.url, status, tuple(headers.items()), failure=failure, fetched=NOW))
    assert meant.verdict in ("fresh", "unchanged", "gone", "failed")
    assert meant.reason
    assert bool(meant.kind) == (meant.verdict in ("failed", "gone"))
