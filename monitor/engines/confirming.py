"""Confirming: what the press told is looked up in the register, soon at first, then with backoff, for 14 days."""

from __future__ import annotations

from datetime import datetime, timedelta

from monitor.edges.ledger import SqlLedger
from monitor.edges.ledger.hasten import hasten
from monitor.edges.ledger.rows import Wanted
from monitor.model.alert import AlertKind
from monitor.ports import World

LOOKED_FOR = timedelta(days=14)
SOONEST, LATEST = timedelta(minutes=15), timedelta(hours=12)
SHARE = 8
"""The wait between two looks is an eighth of the alert's age: 15 minutes at first, three hours after a day."""


def look_up(world: World, ledger: SqlLedger) -> int:
    """Bring forward the register's pages of every authority whose judgement still is only reported; how many were."""
    now = world.clock.now()
    told = ledger.alerts(Wanted(limit=200, kind=AlertKind.FIRST, since=now - LOOKED_FOR))
    ages = {row.alert.thread: now - (row.alert.made or now) for row in told if row.alert.confirmed == "reported"}
    if not ages:
        return 0
    names = {row.alert.authority for row in told}
    waits = {
        one.authority: wait(ages[one.key])
        for one in ledger.inspections(names)
        if one.key in ages and one.confirmed == "reported"
    }
    return hasten(ledger.store, _dues(world, ledger, waits, now)) if waits else 0


def wait(age: timedelta) -> timedelta:
    """How long after one look the next is due, by the age of the alert."""
    return min(max(age / SHARE, SOONEST), LATEST)


def _dues(world: World, ledger: SqlLedger, waits: dict[str, timedelta], now: datetime) -> dict[str, datetime]:
    pages = {
        feed.key: waits[feed.authorities[0]]
        for feed in world.feeds.values()
        if feed.register and len(feed.authorities) == 1 and feed.authorities[0] in waits
    }
    states = ledger.feed_states(list(pages)) if pages else {}
    return {key: (state.polled or now) + pages[key] for key, state in states.items()}
