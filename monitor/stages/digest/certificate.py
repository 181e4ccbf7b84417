"""The certificate of coverage: an all-clear is computed from what was really read, and never assumed.

It is clear only if every feed that concerns a watched authority was heard in time, listed something, and shows no sign
of being frozen; no entry waits or was given up; every alert reached its channel and none is overdue; the service itself
is in order; and the canary, where there is one, came out. Whatever is missing is named. A false "not clear" costs a
look; a false "clear" costs the alert.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from monitor.model.coverage import CLEAR, NOT_CLEAR, Certificate, CoverageFacts, FeedCoverage, Gap, Unread

LATE_LEAST = timedelta(hours=1)
LATE_INTERVALS = 5
"""A feed is late when nothing was heard for five of its intervals: polls are stretched to four on quiet nights."""
ROLLED_OVER = timedelta(hours=24)
"""While a press feed goes unread this long, entries may have come and gone; a register's list keeps them."""
AUDIT_LEAST = timedelta(days=15)
"""A feed that only ever says "unchanged" is asked without conditions every week; two weeks without is too long."""
SILENCE_LEAST = timedelta(days=7)
SILENCE_LEAST_KNOWN = timedelta(days=2)
SILENCE_TIMES = 4.0
"""A feed is suspiciously quiet after four times its longest silence on record: never before two days, and never before
a week while its rhythm is not known well."""
SILENCE_UNKNOWN = timedelta(days=30)
"""A press feed whose rhythm is not known is too quiet after a month."""
WAITING = timedelta(hours=6)
CLOCK = timedelta(minutes=5)
CANARY = timedelta(hours=26)


def certificate(facts: CoverageFacts) -> Certificate:
    """What a reader may rely on, from what was really read between `facts.since` and `facts.now`."""
    watched = frozenset(facts.watched)
    needed = [feed for feed in facts.feeds if _concerns(feed, watched)]
    judged = [(feed, fault_of(feed, facts)) for feed in needed]
    unread = tuple(fault for _, fault in judged if fault)
    good = [feed for feed, fault in judged if not fault]
    local, register, covered = _covered(good, watched)
    uncovered = tuple(sorted(watched - covered))
    reasons = (*_reasons(facts, needed, unread), *_uncovered(uncovered, len(watched)))
    return Certificate(
        verdict=NOT_CLEAR if reasons else CLEAR,
        reasons=reasons,
        since=facts.since,
        now=facts.now,
        feeds=len(needed),
        read=len(good),
        unread=unread,
        watched=len(watched),
        local=len(local),
        register=len(register),
        uncovered=uncovered,
        longest_unread=max((_unread_for(feed, facts) for feed in needed), default=0.0),
        canary=_canary(facts)[1],
    )


def fault_of(feed: FeedCoverage, facts: CoverageFacts) -> Unread | None:
    """Why this feed's silence proves nothing; None when it was read as it should be."""
    kind, since, why = _fault(feed, facts)
    return Unread(feed.feed, _name(feed), feed.url, since, why, kind) if kind else None


Fault = tuple[str, datetime | None, str]
"""(kind, since when, in words); the kind is "" when there is none."""


def _fault(feed: FeedCoverage, facts: CoverageFacts) -> Fault:
    because = f": {feed.problem}" if feed.problem else ""
    if feed.gone is not None:
        return "gone", feed.gone, "its address is gone for good"
    if feed.last_read is None:
        return "never-read", None, f"never read{because}"
    if feed.last_read > facts.now + CLOCK:
        return "clock", feed.last_read, "was read in the future: the clock has jumped"
    if facts.now - feed.last_read > late_after(feed.every):
        return "late", feed.last_read, f"not read in time{because}"
    return _hidden_fault(feed, facts)


def _hidden_fault(feed: FeedCoverage, facts: CoverageFacts) -> Fault:
    """The faults of a feed that answers well, as far as anyone can see."""
    if feed.listed == 0:
        return "empty", feed.last_read, "answers, but lists nothing"
    if feed.problems:
        return "doubtful", feed.last_read, "; ".join(feed.problems)
    asked = max((moment for moment in (feed.audited, feed.changed) if moment is not None), default=None)
    if asked is None or facts.now - asked > AUDIT_LEAST:
        return "not-audited", asked, "says only “unchanged”, and was not asked without conditions"
    if _is_too_quiet(feed, facts.now):
        return "too-quiet", feed.last_post, "has listed nothing new for far longer than ever before"
    if feed.unreadable:
        return "walled", feed.last_read, f"lists pages, and none can be read: {', '.join(feed.unreadable)}"
    gap = next((gap for gap in feed.gaps if not feed.is_register and _is_open_question(gap, facts)), None)
    if gap is not None:
        hours = _hours(gap, facts.now)
        return "gap", gap.since, f"was not read for {hours} hours; what came and went then is unknown"
    return "", None, ""


def late_after(every: int) -> timedelta:
    """How long a feed polled `every` seconds may be silent before it counts as unread."""
    return max(LATE_LEAST, LATE_INTERVALS * timedelta(seconds=every))


def _is_too_quiet(feed: FeedCoverage, now: datetime) -> bool:
    if feed.last_post is None:
        return False
    if feed.longest_silence <= 0:
        return feed.kind == "press" and not feed.is_register and now - feed.last_post > SILENCE_UNKNOWN
    usual = timedelta(seconds=feed.longest_silence)
    least = SILENCE_LEAST_KNOWN if feed.is_rhythm_known else SILENCE_LEAST
    return now - feed.last_post > max(least, SILENCE_TIMES * usual)


def _is_open_question(gap: Gap, facts: CoverageFacts) -> bool:
    end = min(gap.until or facts.now, facts.now)
    return end > facts.since and end - gap.since > ROLLED_OVER


def _hours(gap: Gap, now: datetime) -> int:
    return int(((gap.until or now) - gap.since).total_seconds() // 3600)


def _reasons(facts: CoverageFacts, needed: list[FeedCoverage], unread: tuple[Unread, ...]) -> Iterable[str]:
    """One sentence for everything that stands against an all-clear."""
    if not facts.watched:
        yield "no authority is watched"
    if not needed:
        yield "no feed is followed that concerns a watched authority"
    if facts.since >= facts.now:
        yield "the clock has jumped: the time covered is empty"
    yield from facts.troubles
    yield from (fault.reason for fault in unread)
    if facts.oldest_waiting is not None and facts.now - facts.oldest_waiting > WAITING:
        yield f"{facts.waiting} listed pages wait to be read, the oldest for {_ago(facts.now - facts.oldest_waiting)}"
    yield from (f"a page could not be read at all: {page}" for page in facts.given_up)
    yield from (f"a message did not arrive: {one}" for one in facts.undelivered)
    yield from (f"a message is overdue: {one}" for one in facts.overdue)
    failed, words = _canary(facts)
    if failed:
        yield words


def _uncovered(names: tuple[str, ...], watched: int) -> Iterable[str]:
    """The authorities that no feed in good order covers, when that is not said by "no feed" already."""
    if 0 < len(names) < watched:
        shown = ", ".join(names[:8]) + (f" and {len(names) - 8} more" if len(names) > 8 else "")
        yield f"nothing that covers it was read: {shown}"
    elif names:
        yield "nothing was read that covers any watched authority"


def _canary(facts: CoverageFacts) -> tuple[bool, str]:
    """(it failed, a sentence)."""
    canary = facts.canary
    if canary is None:
        return False, "no canary is set up"
    if canary.seen is not None and canary.seen >= canary.planted and facts.now - canary.seen <= CANARY:
        return False, f"the canary came out {_ago(facts.now - canary.seen)} ago"
    return True, "the canary, an entry planted to prove that alerts come out, did not come out"


def _covered(good: list[FeedCoverage], watched: frozenset[str]) -> tuple[set[str], set[str], set[str]]:
    """Watched authorities with a read feed of their own, with a read register, with any read feed."""
    local: set[str] = set()
    register: set[str] = set()
    covered: set[str] = set()
    for feed in good:
        names = watched & frozenset(feed.authorities) if feed.authorities else watched
        covered |= names
        if feed.is_register:
            register |= names
        elif feed.authorities:
            local |= names
    return local, register, covered


def _concerns(feed: FeedCoverage, watched: frozenset[str]) -> bool:
    return not feed.authorities or not watched.isdisjoint(feed.authorities)


def _unread_for(feed: FeedCoverage, facts: CoverageFacts) -> float:
    """The longest time within the period, in seconds, that the feed went unread."""
    begin = max(feed.last_read or facts.since, facts.since)
    spans = [facts.now - begin]
    spans += [min(gap.until or facts.now, facts.now) - max(gap.since, facts.since) for gap in feed.gaps]
    return max(0.0, *(span.total_seconds() for span in spans))


def _name(feed: FeedCoverage) -> str:
    return feed.source if feed.name in ("", feed.source) else f"{feed.source}, {feed.name}"


def _ago(length: timedelta) -> str:
    minutes = max(0, int(length.total_seconds() // 60))
    if minutes < 120:
        return f"{minutes} minutes"
    return f"{minutes // 60} hours" if minutes < 2 * 1440 else f"{minutes // 1440} days"
