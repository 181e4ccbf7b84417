"""Times in which a feed went unread: seen when it is read again, owned up to in every coverage certificate."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import Connection, bindparam, insert, select

from monitor.edges.ledger.columns import Moment
from monitor.edges.ledger.tables import feeds
from monitor.edges.ledger.tables import gaps as table
from monitor.model.source import Poll

LATE = 5
LEAST = timedelta(minutes=30)
"""A feed counts as unread when nothing was heard for five of its intervals, and at least half an hour: on quiet nights
the cadence stretches an interval to four."""

SILENT = select(feeds.c.key, feeds.c.read, feeds.c.failures, feeds.c.last_problem).where(
    feeds.c.read < bindparam("before", type_=Moment())
)


def tolerated(every: int) -> timedelta:
    """How long a feed polled `every` seconds may be silent before that is a gap."""
    return max(LEAST, timedelta(seconds=every * LATE))


def note(connection: Connection, polls: Sequence[Poll]) -> None:
    """Records the gaps that these polls end; called before the new states are written."""
    heard = {poll.state.key: poll for poll in polls if poll.state.read is not None}
    if not heard:
        return
    oldest = min(poll.state.read for poll in heard.values() if poll.state.read)
    known = connection.execute(SILENT, {"before": oldest - LEAST})
    rows = [
        {"feed": key, "since": read, "until": poll.state.read, "failures": failures, "why": problem or "not asked"}
        for key, read, failures, problem in known
        if read and (poll := heard.get(key)) and _is_late(poll, read)
    ]
    if rows:
        connection.execute(insert(table), rows)


def _is_late(poll: Poll, read: datetime) -> bool:
    now = poll.state.read
    return now is not None and now - read > tolerated(poll.feed.every)
