"""The facts a certificate of coverage is computed from, gathered from the config and the ledger."""

from __future__ import annotations

from datetime import datetime

from monitor.edges.ledger import SqlLedger
from monitor.edges.ledger.rows import ProblemRow, Wanted
from monitor.model.coverage import Canary, CoverageFacts, Gap
from monitor.ports import World
from monitor.stages import digest

MERE = frozenset({"moved", "unknown-label", "no-date", "robots"})
"""Problems that do not cast doubt on what was read."""


def facts(world: World, ledger: SqlLedger, period: tuple[datetime, datetime], canary: Canary | None) -> CoverageFacts:
    """All feeds of the config (also those never asked) with what is remembered of them, and what waits or was lost."""
    since, now = period
    states = ledger.feed_states()
    gaps = {
        row.feed: tuple(Gap(gap.since, gap.until, gap.why) for gap in row.gaps) for row in ledger.coverage(since, now)
    }
    doubts = _doubts(ledger.problems(open_only=True))
    waiting = ledger.entries(Wanted(limit=1000, outcome="waiting"))
    return CoverageFacts(
        since=since,
        now=now,
        feeds=tuple(
            digest.evidence(source, feed, states.get(feed.key), gaps.get(feed.key, ()), doubts.get(feed.key, ()))
            for source in world.sources
            if source.enabled
            for feed in source.feeds
        ),
        watched=tuple(sorted(_watched(world))),
        waiting=len(waiting),
        oldest_waiting=min((row.first_seen for row in waiting), default=None),
        given_up=tuple(row.url for row in ledger.entries(Wanted(limit=50, outcome="waived", since=since))),
        undelivered=tuple(
            f"{one.channel}: {one.subject}" for state in ("refused", "dead") for one in ledger.deliveries(state, 50)
        ),
        canary=canary,
    )


def _watched(world: World) -> set[str]:
    """The authorities in being that any rule watches."""
    wanted = {name for rule in world.watchlist.rules for name in rule.authorities}
    return {one.name for one in world.reference.authorities if one.name in wanted and one.valid_to is None}


def _doubts(rows: tuple[ProblemRow, ...]) -> dict[str, tuple[str, ...]]:
    """Open problems of each feed as words, without those that only ask for an edit of the config."""
    found: dict[str, tuple[str, ...]] = {}
    for row in rows:
        if row.feed and row.problem.kind not in MERE:
            found[row.feed] = (*found.get(row.feed, ()), f"{row.problem.kind}: {row.problem.detail}")
    return found
