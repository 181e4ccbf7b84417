"""Hasten: a feed is asked sooner than its own rhythm would have it, because its answer is waited for."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import or_, update

from monitor.edges.ledger.store import Store
from monitor.edges.ledger.tables import feeds


def hasten(store: Store, dues: Mapping[str, datetime]) -> int:
    """Bring each feed's due time forward to the given one, by key; never later, never one that is failing. How many moved."""
    moved = 0
    with store.writing() as connection:
        for key, due in dues.items():
            sooner = (feeds.c.key == key) & (feeds.c.failures == 0) & or_(feeds.c.due.is_(None), feeds.c.due > due)
            moved += connection.execute(update(feeds).where(sooner).values(due=due)).rowcount
    return moved
