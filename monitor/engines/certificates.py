"""The facts a certificate of coverage is computed from, gathered from the config and the ledger."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from typing import Protocol, TypeVar

from monitor.edges.ledger import SqlLedger
from monitor.edges.ledger.rows import ArticleRow, ProblemRow, Wanted
from monitor.model.coverage import Canary, CoverageFacts, FeedCoverage, Gap
from monitor.model.delivery import DeliveryRecord
from monitor.model.source import FeedState
from monitor.ports import World
from monitor.stages import digest

MERE = frozenset({"moved", "unknown-label", "unknown-provider", "no-date", "robots", "charset"})
"""Problems that do not cast doubt on what was read."""
MISSED = "overrun"
"""A problem that says entries may have come and gone: it counts for the time it happened in, even when it is over."""
FAILING = timedelta(hours=1)
"""A failure counts against a feed once it has lasted so long; before, the feed may still be read in time."""
OVERDUE = timedelta(minutes=30)
"""A message still on its way after so long is overdue."""
NO_ALERTS = ("trouble/", "doubt/", "undelivered/", "weekly/")
OPERATORS = ("trouble/", "doubt/", "undelivered/")
"""How the keys of the service's own messages begin, and of the operator's among them."""
UNREADABLE = frozenset({"unreachable", "bot", "consent", "blocked", "hostile", "unreadable", "missing"})
"""Walls behind which nothing of a page is seen; a paywall or a registration leaves its opening."""
WALLED_PAGES = 3
"""When so many pages of a source, its latest, were all unreadable, its feeds list what nobody can read."""
PAGE = 1000


class Numbered(Protocol):
    """A row of a list that is paged by number."""

    @property
    def number(self) -> int:
        """The row's number."""
        ...


Row = TypeVar("Row", bound=Numbered)


def whole(list_rows: Callable[[Wanted], tuple[Row, ...]], wanted: Wanted) -> tuple[Row, ...]:
    """Every row of a list that comes in pages: what is cut off would count as mended, or as read."""
    found: list[Row] = []
    while rows := list_rows(replace(wanted, limit=PAGE, before=found[-1].number if found else 0)):
        found += rows
        if len(rows) < PAGE:
            break
    return tuple(found)


def open_problems(ledger: SqlLedger) -> tuple[ProblemRow, ...]:
    """Every problem that stands."""
    return whole(partial(ledger.problems, True), Wanted())


def facts(
    world: World,
    ledger: SqlLedger,
    period: tuple[datetime, datetime],
    canary: Canary | None,
    troubles: tuple[str, ...] = (),
) -> CoverageFacts:
    """All feeds of the config (also those never asked) with what is remembered of them, and what waits or was lost."""
    since, now = period
    waiting = whole(ledger.entries, Wanted(outcome="waiting"))
    pages = whole(ledger.articles, Wanted(since=since))
    return CoverageFacts(
        since=since,
        now=now,
        feeds=tuple(_feeds(world, ledger, period, pages)),
        watched=tuple(sorted(_watched(world))),
        waiting=len(waiting),
        oldest_waiting=min((row.first_seen for row in waiting), default=None),
        given_up=tuple(page.url for page in pages if page.wall in UNREADABLE),
        undelivered=tuple(f"{one.channel}: {one.subject}" for one in lost(ledger) if (one.settled or now) >= since),
        canary=canary,
        overdue=tuple(f"{channel}: {words}" for channel, words, _ in overdue(ledger, now)),
        troubles=troubles,
    )


def lost(ledger: SqlLedger) -> tuple[DeliveryRecord, ...]:
    """Readers' messages that will not arrive unless somebody sends them again."""
    found = (one for state in ("refused", "dead") for one in ledger.deliveries(state, PAGE))
    return tuple(one for one in found if not one.alert_key.startswith(OPERATORS))


def overdue(ledger: SqlLedger, now: datetime) -> tuple[tuple[str, str, datetime], ...]:
    """Channels whose messages to readers are long under way: (channel, what and why, since when)."""
    late: dict[str, list[DeliveryRecord]] = defaultdict(list)
    for one in (*ledger.deliveries("waiting", PAGE), *ledger.deliveries("leased", PAGE)):
        age = now - _begun(one, now)
        is_late = age > OVERDUE or (one.attempts > 0 and age < -OVERDUE)  # the latter by a clock that ran ahead
        if is_late and one.state != "snoozed" and not one.alert_key.startswith(OPERATORS):
            late[one.channel].append(one)
    return tuple((name, _queue(ones), min(_begun(one, now) for one in ones)) for name, ones in sorted(late.items()))


def _begun(one: DeliveryRecord, now: datetime) -> datetime:
    """Since when it should have been sent: a held one waits for its time, one that was tried has had it."""
    return one.created if one.attempts else (one.due or now)


def _queue(ones: list[DeliveryRecord]) -> str:
    reason = next((one.reason for one in ones if one.reason), "") or "nothing was tried"
    return f"{len(ones)} {'message waits' if len(ones) == 1 else 'messages wait'}: {reason}"


def _feeds(
    world: World, ledger: SqlLedger, period: tuple[datetime, datetime], pages: tuple[ArticleRow, ...]
) -> Iterable[FeedCoverage]:
    since, now = period
    states = ledger.feed_states()
    gaps = {
        row.feed: tuple(Gap(gap.since, gap.until, gap.why) for gap in row.gaps) for row in ledger.coverage(since, now)
    }
    doubts = _doubts(ledger, states, period)
    walls = _walls(pages)
    for source in world.sources:
        for feed in source.feeds if source.enabled else ():
            key = feed.key
            seen = digest.evidence(source, feed, states.get(key), gaps.get(key, ()), doubts.get(key, ()))
            yield replace(seen, unreadable=walls.get(source.slug, ()))


def _walls(pages: tuple[ArticleRow, ...]) -> dict[str, tuple[str, ...]]:
    """By source, what stood before its latest pages where not one of them could be read; `pages` newest first."""
    latest: dict[str, list[str]] = defaultdict(list)
    for page in pages:
        if len(latest[page.source]) < WALLED_PAGES:
            latest[page.source].append(page.wall)
    return {
        source: tuple(sorted(set(walls)))
        for source, walls in latest.items()
        if len(walls) == WALLED_PAGES and UNREADABLE.issuperset(walls)
    }


def _watched(world: World) -> set[str]:
    """The authorities in being that any rule watches."""
    wanted = {name for rule in world.watchlist.rules for name in rule.authorities}
    return {one.name for one in world.reference.authorities if one.name in wanted and one.valid_to is None}


def _doubts(
    ledger: SqlLedger, states: Mapping[str, FeedState], period: tuple[datetime, datetime]
) -> dict[str, tuple[str, ...]]:
    """What casts doubt on each feed, as words: faults of what was read, failures that last, entries that may be missed."""
    since, now = period
    found: dict[str, tuple[str, ...]] = {}
    missed = whole(partial(ledger.problems, False), Wanted(kind=MISSED))
    rows = [row for row in open_problems(ledger) if row.problem.kind != MISSED and _counts(row, states, now)]
    for row in (*rows, *(row for row in missed if since <= row.last_seen <= now)):
        found[row.feed] = (*found.get(row.feed, ()), f"{row.problem.kind}: {row.problem.detail}")
    return found


def _counts(row: ProblemRow, states: Mapping[str, FeedState], now: datetime) -> bool:
    if row.feed not in states or row.problem.kind in MERE:
        return False
    is_lasting = now - row.first_seen >= FAILING or row.first_seen > now  # the latter by a clock that ran ahead
    return is_lasting or not is_failing(row, states[row.feed])


def is_failing(row: ProblemRow, state: FeedState) -> bool:
    """Whether the problem is of polls that failed since the last good one, and not of what that one brought."""
    return state.read is None or row.last_seen > state.read
