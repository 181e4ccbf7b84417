"""Entries on their way to a visit: taken under a lease, put off, or done with.

An entry waits while `due` is set. Taking it moves `due` past the lease, so a crash gives it back by itself;
`due` becomes NULL in the very transaction that records what the entry led to, never before.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import BigInteger, Connection, bindparam, select, update

from monitor.edges.ledger import problems
from monitor.edges.ledger.columns import Moment, clean
from monitor.edges.ledger.feeds import entry_number, entry_of
from monitor.edges.ledger.tables import entries
from monitor.model.source import Entry
from monitor.model.trail import Trail

FINISH = (
    update(entries)
    .where(entries.c.number == bindparam("this"))
    .values(
        due=None,
        visited=bindparam("now", type_=Moment()),
        outcome=bindparam("came"),
        why=bindparam("because"),
        article=bindparam("read"),
    )
)
DUE = (
    select(entries.c.number)
    .where(entries.c.due <= bindparam("now", type_=Moment()))
    .order_by(entries.c.due, entries.c.number)
    .limit(bindparam("most"))
    .with_for_update(skip_locked=True)
)
LEASED = (
    update(entries)
    .where(entries.c.number.in_(bindparam("numbers", type_=BigInteger(), expanding=True)))
    .values(due=bindparam("until", type_=Moment()), attempts=entries.c.attempts + 1, holder=bindparam("by"))
    .returning(*entries.c)
)
ANY_DUE = select(entries.c.number).where(entries.c.due <= bindparam("now", type_=Moment())).limit(1)


def is_any_due(connection: Connection, now: datetime) -> bool:
    """Whether there may be something to take: asked every second, so it must not need the write lock."""
    return connection.execute(ANY_DUE, {"now": now}).first() is not None


def take(connection: Connection, holder: str, now: datetime, limit: int, lease_seconds: int) -> tuple[Entry, ...]:
    """Up to `limit` entries that are due, longest due first, leased to `holder` and with this try counted."""
    numbers = connection.execute(DUE, {"now": now, "most": limit}).scalars().all()
    if not numbers:
        return ()
    lease = {"numbers": numbers, "until": now + timedelta(seconds=lease_seconds), "by": holder}
    place = {number: at for at, number in enumerate(numbers)}
    return tuple(sorted(map(entry_of, connection.execute(LEASED, lease)), key=lambda entry: place[entry.number]))


def postpone(connection: Connection, trail: Trail, until: datetime, now: datetime) -> None:
    """Offers the entry again at `until`; remembers why it could not be read. An entry already visited stays so."""
    number = entry_number(connection, trail.entry, now)
    waiting = update(entries).where(entries.c.number == number, entries.c.visited.is_(None))
    connection.execute(waiting.values(due=until, outcome=trail.outcome, why=clean(trail.why), holder=""))
    problems.note(connection, [("", problem) for problem in trail.problems], now)


def finish(connection: Connection, trail: Trail, article: int | None, now: datetime) -> None:
    """Nothing is left to do for this entry."""
    done = {"this": trail.entry.number, "now": now, "came": trail.outcome, "because": clean(trail.why), "read": article}
    connection.execute(FINISH, done)


def release(connection: Connection, holder: str) -> int:
    """Gives back what a process known to be dead had taken; how many."""
    held = update(entries).where(entries.c.due.is_not(None), entries.c.holder == holder)
    return connection.execute(held.values(due=entries.c.first_seen, holder="")).rowcount


def skip(connection: Connection, trails: Sequence[Trail], now: datetime) -> None:
    """Done with many entries that lead to nothing, each with its reason, in one statement."""
    rows = [
        {"this": entry_number(connection, trail.entry, now), "said": trail.outcome, "reason": clean(trail.why)}
        for trail in trails
    ]
    done = update(entries).where(entries.c.number == bindparam("this"))
    if rows:
        connection.execute(done.values(due=None, visited=now, outcome=bindparam("said"), why=bindparam("reason")), rows)
