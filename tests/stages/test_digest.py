"""The certificate of coverage and the digest: silence that can be trusted, or that says why it cannot."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.model.coverage import Canary, CoverageFacts, FeedCoverage, Gap
from monitor.model.delivery import ChannelPlan
from monitor.model.source import Feed, FeedState, Source
from monitor.stages import digest
from monitor.stages.digest.certificate import late_after
from tests.channels import messages
from tests.channels.messages import delivery

LONDON = ZoneInfo("Europe/London")
NOW = datetime(2026, 5, 11, 8, 0, tzinfo=UTC)
SINCE = NOW - timedelta(days=7)


def ago(**length: float) -> datetime:
    return NOW - timedelta(**length)


PRESS = FeedCoverage(
    feed="bbc/kent",
    source="BBC News",
    name="Kent",
    url="https://example.org/kent.rss",
    every=900,
    authorities=("Kent", "Medway"),
    last_read=ago(minutes=10),
    changed=ago(hours=2),
    audited=ago(days=3),
    listed=30,
    last_post=ago(hours=2),
    longest_silence=6 * 3600.0,
)
REGISTER = replace(
    PRESS,
    feed="ofsted/england",
    source="Ofsted",
    name="Ofsted",
    kind="regulator",
    is_register=True,
    authorities=(),
    every=3600,
    last_post=ago(days=20),
    longest_silence=10 * 86_400.0,
)
GOOD = CoverageFacts(since=SINCE, now=NOW, feeds=(PRESS, REGISTER), watched=("Kent", "Medway"))


def with_press(**more: object) -> CoverageFacts:
    return replace(GOOD, feeds=(replace(PRESS, **more), REGISTER))  # type: ignore[arg-type]


def test_it_is_clear_when_everything_was_read() -> None:
    proof = digest.certificate(replace(GOOD, canary=Canary(ago(hours=3), ago(hours=2))))
    assert (proof.verdict, proof.reasons, proof.read, proof.feeds) == ("clear", (), 2, 2)
    assert (proof.watched, proof.local, proof.register, proof.uncovered) == (2, 2, 2, ())
    assert proof.canary == "the canary came out 2 hours ago"
    assert proof.longest_unread == 600.0


@pytest.mark.parametrize(
    ("facts", "named"),
    [
        (with_press(last_read=None, problem="dns: no such host"), "BBC News, Kent: never read: dns: no such host"),
        (with_press(last_read=ago(hours=2), problem="timeout"), "BBC News, Kent: not read in time: timeout"),
        (with_press(gone=ago(days=1)), "BBC News, Kent: its address is gone for good"),
        (with_press(listed=0), "BBC News, Kent: answers, but lists nothing"),
        (with_press(problems=("consent wall",)), "BBC News, Kent: consent wall"),
        (with_press(changed=ago(days=20), audited=ago(days=16)), "only “unchanged”"),
        (with_press(changed=None, audited=None), "only “unchanged”"),
        (with_press(last_post=ago(days=8)), "nothing new for far longer than ever before"),
        (with_press(last_post=ago(days=31), longest_silence=0.0), "nothing new for far longer"),
        (with_press(last_read=NOW + timedelta(days=2)), "the clock has jumped"),
        (
            with_press(gaps=(Gap(ago(days=3), ago(days=1)),)),
            "not read for 48 hours; what came and went then is unknown",
        ),
        (with_press(gaps=(Gap(ago(days=9), ago(days=6.5)),)), "not read for 60 hours"),
        (replace(GOOD, watched=()), "no authority is watched"),
        (replace(GOOD, feeds=()), "no feed is followed"),
        (replace(GOOD, feeds=(PRESS,), watched=("Kent", "Leeds")), "nothing that covers it was read: Leeds"),
        (replace(GOOD, since=NOW), "the clock has jumped"),
        (
            replace(GOOD, waiting=3, oldest_waiting=ago(hours=7)),
            "3 listed pages wait to be read, the oldest for 7 hours",
        ),
        (replace(GOOD, given_up=("https://example.org/1",)), "could not be read at all: https://example.org/1"),
        (replace(GOOD, undelivered=("duty: Kent judged inadequate",)), "did not arrive: duty: Kent"),
        (replace(GOOD, canary=Canary(ago(hours=3))), "did not come out"),
        (replace(GOOD, canary=Canary(ago(hours=3), ago(hours=30))), "did not come out"),
    ],
)
def test_whatever_was_not_read_is_named_and_it_is_not_clear(facts: CoverageFacts, named: str) -> None:
    proof = digest.certificate(facts)
    assert proof.verdict == "not clear" and not proof.is_clear
    assert any(named in reason for reason in proof.reasons), proof.reasons


@pytest.mark.parametrize(
    "facts",
    [
        with_press(gaps=(Gap(ago(days=3), ago(days=2.5)),)),
        replace(GOOD, feeds=(PRESS, replace(REGISTER, gaps=(Gap(ago(days=5), ago(days=1)),)))),
        with_press(gaps=(Gap(ago(days=12), ago(days=8)),)),
        with_press(last_post=ago(days=8), longest_silence=3 * 86_400.0),
        with_press(failures=2, problem="timeout"),
        replace(GOOD, waiting=2, oldest_waiting=ago(hours=1)),
        replace(GOOD, feeds=(*GOOD.feeds, replace(PRESS, feed="x", authorities=("Leeds",), last_read=None))),
    ],
)
def test_what_lost_nothing_leaves_it_clear(facts: CoverageFacts) -> None:
    assert digest.certificate(facts).reasons == ()


def test_counts_are_of_what_was_really_read() -> None:
    proof = digest.certificate(with_press(last_read=None))
    assert (proof.read, proof.local, proof.register, proof.uncovered) == (1, 0, 2, ())
    both = digest.certificate(replace(GOOD, feeds=(replace(PRESS, last_read=None), replace(REGISTER, gone=NOW))))
    assert both.uncovered == ("Kent", "Medway")
    assert "nothing was read that covers any watched authority" in both.reasons
    assert both.longest_unread == 7 * 86_400.0


A_FEED = st.builds(
    replace,
    st.just(PRESS),
    last_read=st.none() | st.timedeltas(timedelta(days=-40), timedelta(days=3)).map(lambda length: NOW + length),
    listed=st.integers(0, 3),
    gone=st.none() | st.just(NOW),
    authorities=st.sampled_from([(), ("Kent",), ("Leeds",)]),
    every=st.integers(1, 7 * 86_400),
    is_register=st.booleans(),
)


@settings(deadline=None)
@given(st.lists(A_FEED, max_size=6), st.sets(st.sampled_from(["Kent", "Medway", "Leeds"])))
def test_it_is_never_clear_while_a_needed_feed_is_unread(feeds: list[FeedCoverage], watched: set[str]) -> None:
    proof = digest.certificate(replace(GOOD, feeds=tuple(feeds), watched=tuple(sorted(watched))))
    needed = [feed for feed in feeds if not feed.authorities or watched & set(feed.authorities)]
    unread = [
        feed
        for feed in needed
        if feed.gone or feed.last_read is None or NOW - feed.last_read > late_after(feed.every) or not feed.listed
    ]
    if unread or not needed:
        assert proof.reasons and not proof.is_clear
    assert proof.is_clear is not bool(proof.reasons)
    assert proof.read + len(proof.unread) == proof.feeds == len(needed)


def test_the_weekly_message_says_all_clear_or_what_is_not() -> None:
    clear = digest.nothing_new(digest.certificate(GOOD), LONDON)
    assert clear.subject == "All clear: no new judgement, 4 May 2026 to 11 May 2026"
    assert clear.items[0] == "Coverage: clear"
    assert "• 2 of 2 feeds, from 4 May 2026 09:00 to 11 May 2026 09:00" in clear.items
    unclear = digest.nothing_new(digest.certificate(with_press(last_read=None, problem="dns")), LONDON)
    assert unclear.subject == "Not clear: nothing found, but 1 thing unread, 4 May 2026 to 11 May 2026"
    assert unclear.items[:2] == ("Coverage: NOT CLEAR", "• BBC News, Kent: never read: dns")
    assert "silence is no proof: BBC News, Kent: never read: dns." in unclear.lead
    assert dict(unclear.body)["verdict"] == "not clear"
    late = digest.nothing_new(digest.certificate(with_press(last_read=ago(hours=9))), LONDON)
    assert late.items[1] == "• BBC News, Kent: not read in time (last good: 11 May 2026 00:00)"


def test_many_faults_are_counted_and_the_rest_named() -> None:
    feeds = tuple(replace(PRESS, feed=f"f{n}", source=f"Paper {n}", name="", last_read=None) for n in range(60))
    items = digest.certificate_lines(digest.certificate(replace(GOOD, feeds=feeds)), LONDON)
    assert "• Paper 0: never read" in items and "• … and 21 more" in items


PLAN = ChannelPlan("duty", digest="daily", timezone=LONDON)
HELD = tuple(
    delivery(replace(messages.USUAL, level="notice"), key=f"{n:032}", digest="daily", alert_key=f"a{n}")
    for n in range(3)
)


def test_a_digest_carries_every_delivery_that_waited_and_the_certificate() -> None:
    made = digest.gather(HELD, PLAN, digest.certificate(GOOD), NOW)
    assert made is not None
    assert made.members == tuple(one.key for one in HELD)
    assert (made.digest, made.due, made.channel, made.number) == ("", None, "duty", 0)
    told = made.message
    assert told.subject == "Daily digest: Kent judged inadequate overall"
    assert told.items.count(messages.USUAL.subject) == 3
    assert "Coverage: clear" in told.items
    body = dict(told.body)
    assert isinstance(body["messages"], list) and len(body["messages"]) == 3


def test_a_digest_whose_coverage_is_not_clear_says_so_in_its_subject() -> None:
    made = digest.gather(HELD, PLAN, digest.certificate(with_press(last_read=None)), NOW)
    assert made is not None and made.message.subject.endswith("; coverage not clear")


def test_gathering_the_same_twice_makes_one() -> None:
    first = digest.gather(HELD, PLAN, None, NOW)
    again = digest.gather(HELD[::-1], PLAN, None, NOW + timedelta(hours=1))
    other = digest.gather(HELD[:2], PLAN, None, NOW)
    assert first is not None and again is not None and other is not None
    assert first.key == again.key != other.key


def test_nothing_gathered_makes_nothing() -> None:
    assert digest.gather((), PLAN, None, NOW) is None
    assert digest.gather(HELD, ChannelPlan("desk"), None, NOW) is None


def test_a_crowd_is_as_loud_as_its_loudest() -> None:
    crowd = (replace(HELD[0], digest="crowd"), replace(HELD[1], digest="crowd", message=messages.USUAL))
    made = digest.gather(crowd, PLAN, None, NOW)
    assert made is not None
    assert made.message.level == "critical" and made.message.subject.startswith("Several at once: ")


def test_what_is_remembered_of_a_feed_is_its_evidence() -> None:
    feed = Feed("ofsted/england", "ofsted", "England", "https://example.org", 3600, reader="register:ofsted")
    source = Source("ofsted", "Ofsted", "regulator", (feed,))
    posts = tuple(NOW - timedelta(hours=hours) for hours in (90, 50, 9, 8, 7, 6, 5, 4, 3))
    state = FeedState(feed.key, read=NOW, entries_last=7, posts=posts, last_problem="", failures=0)
    seen = digest.evidence(source, feed, state)
    assert (seen.is_register, seen.listed, seen.last_post) == (True, 7, NOW - timedelta(hours=3))
    assert seen.longest_silence == 41 * 3600.0
    assert digest.evidence(source, feed, None).last_read is None
