"""After a clock that ran ahead was put right: whatever is due later than anything can be due is due now.

A machine that believed for ten minutes that it was next year leaves feeds, entries and deliveries that would sleep until
then. Nothing here depends on how far the clock was off, so it may be run at any time and again.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import and_, or_, update

from monitor.edges.ledger.store import Store
from monitor.edges.ledger.tables import entries, feeds
from monitor.edges.ledger.tables_outbox import deliveries

SLACK = timedelta(minutes=5)
LONGEST_POSTPONED = timedelta(days=1)
"""An entry is put off, and a leased one held, for a day at most."""
LONGEST_HELD = timedelta(days=8)
"""A weekly digest is a week away at most."""
LONGEST_RETRY = timedelta(hours=54)


def rewind(store: Store, now: datetime) -> int:
    """Makes due now what a clock ahead of `now` put off; how many rows."""
    asked = update(feeds).where(feeds.c.polled > now + SLACK, feeds.c.due > now)
    put_off = update(entries).where(entries.c.due > now + LONGEST_POSTPONED + SLACK)
    tried = and_(deliveries.c.attempts > deliveries.c.tries_before, deliveries.c.due > now + LONGEST_RETRY + SLACK)
    held = update(deliveries).where(or_(tried, deliveries.c.due > now + LONGEST_HELD + SLACK))
    with store.writing() as connection:
        return sum(connection.execute(one.values(due=now)).rowcount for one in (asked, put_off, held))
