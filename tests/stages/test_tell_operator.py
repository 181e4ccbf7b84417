"""What the operator reads: trouble told once, reminders, recoveries, doubts, deliveries that failed for good."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from monitor.model.delivery import Outcome, Verdict
from monitor.model.judgement import Doubt
from monitor.model.source import Problem
from monitor.stages import tell
from tests.channels.messages import delivery


def test_a_doubtful_judgement_goes_to_the_operator_with_what_speaks_for_and_against() -> None:
    doubt = Doubt(
        "Kent", "inadequate", "overall", "so bad", ("the headline",), ("no date", "a school"), "https://x.example"
    )
    told = tell.check(doubt)
    assert told.subject == "Please check: Kent judged inadequate (overall)?"
    assert told.items == ("Speaks for it", "• the headline", "Speaks against it", "• no date", "• a school")
    assert tell.check(doubt, quotes="none").quote == ""


def test_a_delivery_that_failed_for_good_is_told_to_the_operator() -> None:
    told = tell.refusal(delivery(), Outcome(Verdict.REFUSED, "gone: answered 410"))
    assert "duty" in told.subject and "answered 410" in told.lead
    assert "given up" in tell.dead_letter(delivery(attempt=31), Outcome(Verdict.DEFERRED, "timeout")).lead


PROBLEM = Problem("BBC News", "https://example.org/rss", "dns", "no such host")
START = datetime(2026, 5, 4, 6, 0, tzinfo=UTC)


def test_a_trouble_is_told_once_reminded_daily_and_its_end_is_told() -> None:
    known: dict[str, tell.ToldTrouble] = {}
    subjects = []
    for hours in range(0, 60):
        now = START + timedelta(hours=hours)
        standing = [tell.OpenTrouble(PROBLEM, START, "check the address")] if hours < 50 else []
        news, known = tell.operator_news(standing, known, now)
        subjects += [one.message.subject for one in news]
    assert subjects == [
        "Trouble: BBC News: dns",
        "Still in trouble after 25 hours: BBC News: dns",
        "Still in trouble after 2 days: BBC News: dns",
        "Recovered: BBC News: dns",
    ]


def test_a_trouble_that_mends_itself_soon_is_never_told() -> None:
    news, known = tell.operator_news([tell.OpenTrouble(PROBLEM, START)], {}, START + timedelta(minutes=10))
    assert (news, known) == ((), {})
    assert tell.operator_news([], known, START + timedelta(hours=1)) == ((), {})


def test_telling_again_after_a_crash_uses_the_same_key() -> None:
    standing, now = [tell.OpenTrouble(PROBLEM, START)], START + timedelta(hours=1)
    first, _ = tell.operator_news(standing, {}, now)
    again, _ = tell.operator_news(standing, {}, now + timedelta(seconds=30))
    assert first[0].key == again[0].key
